package io.riftwatch.runtime.http;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/**
 * One request on the wire and the reading of its answer, ended by whichever comes first: the last
 * byte, a limit, a fault.
 */
final class Exchange {

  private final Vertx vertx;
  private final HttpCall call;
  private final ArrivingBytes arriving;
  private final UniEmitter<? super HttpAnswer> emitter;
  private final Buffer body = Buffer.buffer();
  private HttpClientRequest request;
  private long timer = -1;
  private boolean ended;

  Exchange(
      Vertx vertx, HttpCall call, ArrivingBytes arriving, UniEmitter<? super HttpAnswer> emitter) {
    this.vertx = vertx;
    this.call = call;
    this.arriving = arriving;
    this.emitter = emitter;
    emitter.onTermination(this::abandon);
  }

  void start(Future<HttpClientRequest> connection) {
    connection.onSuccess(this::send).onFailure(e -> fail(whileConnecting(e)));
  }

  private synchronized void send(HttpClientRequest opened) {
    request = opened;
    if (ended) {
      opened.reset();
      return;
    }
    timer = vertx.setTimer(call.limits().firstByte().toMillis(), t -> fail(silence()));
    opened.response().onSuccess(this::read).onFailure(e -> fail(broken(e)));
    opened.end(Buffer.buffer(call.body()));
  }

  private void read(HttpClientResponse response) {
    vertx.cancelTimer(timer);
    response.handler(this::take);
    response.exceptionHandler(e -> fail(broken(e)));
    response.endHandler(v -> complete(response));
    if (announcedLength(response) > call.limits().maxBody()) {
      fail(tooLarge());
    }
  }

  private synchronized void take(Buffer chunk) {
    if (ended) {
      return;
    }
    if (body.length() + chunk.length() > call.limits().maxBody()) {
      fail(tooLarge());
    } else if (!arriving.take(chunk.length(), body.length())) {
      fail(busy());
    } else {
      body.appendBuffer(chunk);
    }
  }

  private synchronized void complete(HttpClientResponse response) {
    if (!ended) {
      ended = true;
      arriving.giveBack(body.length());
      emitter.complete(new HttpAnswer(response.statusCode(), headers(response), body.getBytes()));
    }
  }

  private synchronized void fail(HttpFailure failure) {
    if (!ended) {
      abandon();
      emitter.fail(failure);
    }
  }

  private synchronized void abandon() {
    if (ended) {
      return;
    }
    ended = true;
    arriving.giveBack(body.length());
    vertx.cancelTimer(timer);
    if (request != null) {
      request.reset();
    }
  }

  private static Map<String, List<String>> headers(HttpClientResponse response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().names().forEach(n -> headers.put(n, response.headers().getAll(n)));
    return headers;
  }

  private static long announcedLength(HttpClientResponse response) {
    String length = response.getHeader("Content-Length");
    return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
  }

  private HttpFailure whileConnecting(Throwable e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    if (cause instanceof SSLException) {
      return new HttpFailure(
          HttpFailure.Reason.TLS,
          call.address() + " has no valid certificate: " + root(cause).getMessage(),
          cause);
    }
    String why =
        cause instanceof ConnectException ? "cannot be reached" : "could not be connected to";
    return new HttpFailure(
        HttpFailure.Reason.CONNECT, call.address() + " " + why + ": " + cause.getMessage(), cause);
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private HttpFailure broken(Throwable e) {
    return new HttpFailure(
        HttpFailure.Reason.BROKEN, call.address() + " broke off its answer: " + e.getMessage(), e);
  }

  private HttpFailure silence() {
    return new HttpFailure(
        HttpFailure.Reason.TIMEOUT,
        call.address() + " was silent for " + call.limits().firstByte());
  }

  private HttpFailure busy() {
    return new HttpFailure(
        HttpFailure.Reason.BUSY,
        call.address() + " answered at length while too much arrived from others");
  }

  private HttpFailure tooLarge() {
    return new HttpFailure(
        HttpFailure.Reason.TOO_LARGE,
        call.address() + " answered with more than " + call.limits().maxBody() + " bytes");
  }
}
