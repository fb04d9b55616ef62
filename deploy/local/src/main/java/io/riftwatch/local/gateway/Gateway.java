package io.riftwatch.local.gateway;

import io.riftwatch.local.suite.Service;
import io.riftwatch.local.suite.SuitePorts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.util.concurrent.CompletionException;

/** One address in front of the three services, as an Ingress is in a cluster. */
public final class Gateway implements AutoCloseable {

  private static final int CONNECTIONS_PER_SERVICE = 64;

  private final Vertx vertx;
  private final SuitePorts ports;

  private Gateway(Vertx vertx, SuitePorts ports) {
    this.vertx = vertx;
    this.ports = ports;
  }

  /**
   * Starts to listen on loopback.
   *
   * @throws IOException when it cannot
   */
  public static Gateway start(SuitePorts ports) throws IOException {
    Gateway gateway = new Gateway(Vertx.vertx(), ports);
    try {
      gateway.listen().toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      gateway.close();
      throw new IOException("the gateway cannot listen on port " + ports.gateway(), e.getCause());
    }
    return gateway;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Future<?> listen() {
    HttpClient client =
        vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_SERVICE));
    HttpProxy proxy = HttpProxy.reverseProxy(client);
    proxy.origin(
        OriginRequestProvider.selector(
            context -> Future.succeededFuture(originOf(context.request().proxiedRequest()))));
    proxy.addInterceptor(
        new ProxyInterceptor() {
          @Override
          public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            context.request().setURI(Routing.uriAtService(context.request().getURI()));
            return context.sendRequest();
          }
        });
    return vertx
        .createHttpServer()
        .requestHandler(
            request -> {
              if (Routing.ownerOf(request.uri()).isPresent()) {
                proxy.handle(request);
              } else {
                answer(request);
              }
            })
        .listen(ports.gateway(), "127.0.0.1");
  }

  private SocketAddress originOf(HttpServerRequest request) {
    Service owner = Routing.ownerOf(request.uri()).orElseThrow();
    return SocketAddress.inetSocketAddress(ports.of(owner), "127.0.0.1");
  }

  private static void answer(HttpServerRequest request) {
    if (request.path().equals("/")) {
      JsonObject resources = new JsonObject();
      Routing.owners().forEach((name, owner) -> resources.put("/api/v1/" + name, owner.module()));
      JsonObject index = new JsonObject().put("name", "Riftwatch").put("resources", resources);
      request
          .response()
          .putHeader("Content-Type", "application/json")
          .end(index.encodePrettily() + "\n");
      return;
    }
    JsonObject problem =
        new JsonObject()
            .put("status", 404)
            .put("title", "Not Found")
            .put("detail", request.path() + " is no resource; / lists them");
    request
        .response()
        .setStatusCode(404)
        .putHeader("Content-Type", "application/problem+json")
        .end(problem.encode());
  }
}
