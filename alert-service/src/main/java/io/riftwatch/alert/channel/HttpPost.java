package io.riftwatch.alert.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.riftwatch.runtime.http.GuardedHttpClient;
import io.riftwatch.runtime.http.HttpCall;
import io.riftwatch.runtime.http.HttpFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Posts JSON to addresses that operators choose. */
@ApplicationScoped
class HttpPost {

  private final GuardedHttpClient client;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final HttpCall.Limits limits;

  HttpPost(GuardedHttpClient client, ObjectMapper json, InstantSource clock, ChannelConfig config) {
    this.client = client;
    this.json = json;
    this.clock = clock;
    this.limits =
        new HttpCall.Limits(
            config.maxAnswer().asLongValue(),
            config.maxAnswer().asLongValue(),
            config.connectTimeout(),
            config.answerTimeout(),
            config.totalTimeout());
  }

  /**
   * The body as it will be sent.
   *
   * @throws IllegalArgumentException when a value has no form in JSON
   */
  String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a " + body.getClass() + " has no form in JSON", e);
    }
  }

  Uni<Receipt> send(URI url, Map<String, String> headers, String body) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    return client
        .send(HttpCall.post(url, all, body.getBytes(StandardCharsets.UTF_8), limits))
        .map(answer -> HttpReceipts.of(answer, clock.instant()))
        .onFailure(HttpFailure.class)
        .recoverWithItem(HttpReceipts::of);
  }
}
