package io.riftwatch.runtime.access;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Reads the bearer token of a request (RFC 6750, section 2.1). */
@ApplicationScoped
public class OperatorTokenMechanism implements HttpAuthenticationMechanism {

  private static final String SCHEME = "Bearer ";
  private static final String CHALLENGE = "Bearer realm=\"riftwatch\"";

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String header = context.request().getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Uni.createFrom().nullItem();
    }
    TokenCredential token =
        new TokenCredential(header.substring(SCHEME.length()).strip(), "bearer");
    return identities.authenticate(new TokenAuthenticationRequest(token));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", CHALLENGE));
  }

  /** Refusals before any resource is reached are problems too. */
  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    Problem problem = Problem.of(401, "this needs the operator's token as a bearer token");
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("WWW-Authenticate", CHALLENGE)
        .putHeader("Content-Type", Problem.MEDIA_TYPE);
    return Uni.createFrom()
        .completionStage(
            context.response().end(JsonObject.mapFrom(problem).encode()).toCompletionStage())
        .replaceWith(true);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(TokenAuthenticationRequest.class);
  }
}
