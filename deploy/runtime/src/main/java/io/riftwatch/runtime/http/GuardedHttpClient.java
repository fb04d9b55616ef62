package io.riftwatch.runtime.http;

import io.riftwatch.runtime.egress.EgressGuard;
import io.riftwatch.runtime.egress.EgressRefused;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.IDN;
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

  private final Vertx vertx;
  private final EgressGuard guard;
  private final HttpClient client;
  private final String userAgent;

  public GuardedHttpClient(Vertx vertx, EgressGuard guard, HttpConfig config) {
    this.vertx = vertx;
    this.guard = guard;
    this.userAgent = config.userAgent();
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
    return admitted(call.address())
        .chain(addresses -> sendToFirstReachable(call, addresses))
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
    return admitted(address).replaceWithVoid();
  }

  @Override
  public void close() {
    client.close();
  }

  private Uni<List<InetAddress>> admitted(URI address) {
    return Uni.createFrom()
        .completionStage(
            () -> vertx.executeBlocking(() -> lookUp(address), false).toCompletionStage());
  }

  private List<InetAddress> lookUp(URI address) throws HttpFailure {
    try {
      String host = guard.hostOf(address);
      return guard.admit(host, InetAddress.getAllByName(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED)));
    } catch (EgressRefused e) {
      throw new HttpFailure(HttpFailure.Reason.REFUSED_BY_GUARD, e.getMessage(), e);
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw new HttpFailure(
          HttpFailure.Reason.DNS, "the host of " + address + " is not known to DNS", e);
    }
  }

  private Uni<HttpAnswer> sendToFirstReachable(HttpCall call, List<InetAddress> addresses) {
    Uni<HttpAnswer> first = exchange(call, addresses.get(0));
    if (addresses.size() == 1) {
      return first;
    }
    return first
        .onFailure(GuardedHttpClient::neverConnected)
        .recoverWithUni(() -> sendToFirstReachable(call, addresses.subList(1, addresses.size())));
  }

  private Uni<HttpAnswer> exchange(HttpCall call, InetAddress address) {
    return Uni.createFrom()
        .<HttpAnswer>emitter(
            emitter ->
                new Exchange(vertx, call, emitter).start(client.request(options(call, address))))
        .chain(answer -> inflated(call, answer));
  }

  private RequestOptions options(HttpCall call, InetAddress address) {
    URI uri = call.address();
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(call.method()))
            .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
            .setHost(uri.getHost())
            .setPort(port)
            .setSsl(tls)
            .setURI(target(uri))
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
    String coding = answer.header("Content-Encoding").orElse("");
    if (coding.isBlank() || answer.body().length == 0) {
      return Uni.createFrom().item(answer);
    }
    return Uni.createFrom()
        .completionStage(
            () ->
                vertx
                    .executeBlocking(
                        () ->
                            new HttpAnswer(
                                answer.status(),
                                answer.headers(),
                                Inflation.inflate(
                                    call.address(),
                                    coding,
                                    answer.body(),
                                    call.limits().maxInflated())),
                        false)
                    .toCompletionStage());
  }

  private static boolean neverConnected(Throwable failure) {
    return failure instanceof HttpFailure f && f.reason() == HttpFailure.Reason.CONNECT;
  }
}
