package io.riftwatch.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes what would go to Slack, as an incoming webhook does. */
public final class SlackStandIn {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param receivedAt when it came in whole
   * @param payload as it was posted
   */
  public record Message(Instant receivedAt, JsonNode payload) {}

  private final InstantSource clock;
  private final Consumer<Message> onMessage;
  private final List<Message> messages = new CopyOnWriteArrayList<>();

  SlackStandIn(InstantSource clock, Consumer<Message> onMessage) {
    this.clock = clock;
    this.onMessage = onMessage;
  }

  void listen(Vertx vertx, int port) {
    vertx
        .createHttpServer()
        .requestHandler(request -> request.body().onSuccess(body -> take(request, body)))
        .listen(port, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }

  private void take(HttpServerRequest request, Buffer body) {
    try {
      Message message = new Message(clock.instant(), JSON.readTree(body.getBytes()));
      messages.add(message);
      request.response().end("ok");
      onMessage.accept(message);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      request.response().setStatusCode(400).end("invalid_payload");
    } catch (java.io.IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }
}
