package io.riftwatch.runtime.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Knows one identity, the operator, by the configured token. */
@ApplicationScoped
public class OperatorTokenIdentities implements IdentityProvider<TokenAuthenticationRequest> {

  private final AccessConfig config;

  OperatorTokenIdentities(AccessConfig config) {
    this.config = config;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    byte[] shown = request.getToken().getToken().getBytes(StandardCharsets.UTF_8);
    boolean known =
        config
            .token()
            .map(token -> MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), shown))
            .orElse(false);
    if (!known) {
      return Uni.createFrom()
          .failure(new AuthenticationFailedException("the token is not the operator's"));
    }
    return Uni.createFrom()
        .item(
            QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("operator"))
                .addCredential(request.getToken())
                .addRole("operator")
                .build());
  }
}
