package io.riftwatch.runtime.http;

import io.riftwatch.runtime.egress.Destination;
import io.riftwatch.runtime.egress.EgressGuard;
import io.riftwatch.runtime.egress.EgressRefused;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Calls addresses that strangers choose: every name is resolved once, the address is checked by the
 * {@link EgressGuard}, and the connection goes to that address and no other, which leaves no room
 * for DNS rebinding. Redirects are answers like any other: whoever follows one calls again.
 */
public final class GuardedHttpClient implements AutoCloseable {

  /** A destination and the addresses that were admitted for it, at least one. */
  private record Route(Destination destination, List<InetAddress> addresses) {

    Route withoutFirst() {
      return new Route(destination, addresses.subList(1, addresses.size()));
    }
  }

  private final Vertx vertx;
  private final EgressGuard guard;
  private final HttpClient client;
  private final String userAgent;
  private final ArrivingBytes arriving;

  public GuardedHttpClient(Vertx vertx, EgressGuard guard, HttpConfig config) {
    this.vertx = vertx;
    this.guard = guard;
    this.userAgent = config.userAgent();
    this.arriving =
        new ArrivingBytes(config.arriving().asLongValue(), config.fairShare().asLongValue());
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(config.connectionsPerAddress())
                .setKeepAliveTimeout((int) Math.max(1, config.keepAlive().toSeconds()))
                .setMaxHeaderSize(config.maxHeaderBytes())
                .setDecompressionSupported(false)
                .setTrustAll(false)
                .setVerifyHost(true));
  }

  /**
   * Sends the call and reads the whole answer, whatever its status.
   *
   * @return the answer; fails with {@link HttpFailure}
   */
  public Uni<HttpAnswer> send(HttpCall call) {
    return route(call.address())
        .chain(route -> sendToFirstReachable(call, route))
        .ifNoItem()
        .after(call.limits().total())
        .failWith(
            () ->
                new HttpFailure(
                    HttpFailure.Reason.TIMEOUT,
                    call.address() + " did not answer in full within " + call.limits().total()));
  }

  /**
   * Resolves the host and asks the guard, without connecting.
   *
   * @return nothing; fails with {@link HttpFailure} when the address is refused or unknown
   */
  public Uni<Void> check(URI address) {
    return route(address).replaceWithVoid();
  }

  @Override
  public void close() {
    client.close();
  }

  private Uni<Route> route(URI address) {
    return Uni.createFrom()
        .completionStage(
            () -> vertx.executeBlocking(() -> lookUp(address), false).toCompletionStage());
  }

  private Route lookUp(URI address) throws HttpFailure {
    try {
      Destination destination = Destination.of(address);
      InetAddress[] resolved = InetAddress.getAllByName(destination.host());
      return new Route(destination, guard.admit(destination.host(), resolved));
    } catch (EgressRefused e) {
      throw new HttpFailure(HttpFailure.Reason.REFUSED_BY_GUARD, e.getMessage(), e);
    } catch (UnknownHostException e) {
      throw new HttpFailure(
          HttpFailure.Reason.DNS, "the host of " + address + " is not known to DNS", e);
    }
  }

  private Uni<HttpAnswer> sendToFirstReachable(HttpCall call, Route route) {
    Uni<HttpAnswer> first = exchange(call, route);
    if (route.addresses().size() == 1) {
      return first;
    }
    return first
        .onFailure(GuardedHttpClient::neverConnected)
        .recoverWithUni(() -> sendToFirstReachable(call, route.withoutFirst()));
  }

  private Uni<HttpAnswer> exchange(HttpCall call, Route route) {
    return Uni.createFrom()
        .<HttpAnswer>emitter(
            emitter ->
                new Exchange(vertx, call, arriving, emitter)
                    .start(client.request(options(call, route))))
        .chain(answer -> inflated(call, answer));
  }

  private RequestOptions options(HttpCall call, Route route) {
    Destination to = route.destination();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(call.method()))
            .setServer(
                SocketAddress.inetSocketAddress(
                    new InetSocketAddress(route.addresses().get(0), to.port())))
            .setHost(to.uriHost())
            .setPort(to.port())
            .setSsl(to.isSecure())
            .setURI(target(call.address()))
            .setFollowRedirects(false)
            .setConnectTimeout(call.limits().connect().toMillis())
            .putHeader("User-Agent", userAgent)
            .putHeader("Accept-Encoding", Inflation.ACCEPTED);
    call.headers().forEach(options::putHeader);
    return options;
  }

  private static String target(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private Uni<HttpAnswer> inflated(HttpCall call, HttpAnswer answer) {
    String codings = answer.header("Content-Encoding").orElse("");
    if (!Inflation.isNeeded(codings, answer.body())) {
      return Uni.createFrom().item(answer);
    }
    return Uni.createFrom()
        .completionStage(
            () ->
                vertx
                    .executeBlocking(() -> inflate(call, codings, answer), false)
                    .toCompletionStage());
  }

  private static HttpAnswer inflate(HttpCall call, String codings, HttpAnswer answer)
      throws HttpFailure {
    byte[] plain =
        Inflation.inflate(call.address(), codings, answer.body(), call.limits().maxInflated());
    return new HttpAnswer(answer.status(), answer.headers(), plain);
  }

  private static boolean neverConnected(Throwable failure) {
    return failure instanceof HttpFailure f && f.reason() == HttpFailure.Reason.CONNECT;
  }
}
