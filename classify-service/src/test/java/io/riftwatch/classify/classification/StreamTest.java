package io.riftwatch.classify.classification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.ingest.contract.Article;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Articles in, signals out, over a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class StreamTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TITLE = "Mali expels two French diplomats";
  private static final String TEXT =
      "BAMAKO - Mali on Thursday expelled two French diplomats and suspended its military"
          + " cooperation with France, the foreign ministry said.";

  EmbeddedBroker broker;
  @Inject ObjectMapper json;

  @Test
  void theSignalsOfAnArticleAreCloudEventsThatTheirSchemaAccepts() throws Exception {
    String id = UUID.randomUUID().toString();

    send(json.writeValueAsBytes(article(id, TITLE, TEXT)));

    List<ConsumerRecord<String, byte[]>> signals = signalsOf(id, 2);
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Signal.class.getResourceAsStream(Signal.SCHEMA));
    for (ConsumerRecord<String, byte[]> signal : signals) {
      JsonNode body = json.readTree(signal.value());
      assertEquals(Set.of(), schema.validate(body));
      assertEquals("FRA-MLI", signal.key());
      assertEquals(body.get("id").asText(), header(signal, "ce_id"));
      assertEquals(Signal.CE_TYPE, header(signal, "ce_type"));
      assertEquals("FRA-MLI", header(signal, "ce_subject"));
      assertEquals("urn:riftwatch:classify", header(signal, "ce_source"));
      assertTrue(Instant.parse(header(signal, "ce_time")).isBefore(Instant.now().plusSeconds(1)));
    }
    assertEquals(
        Set.of("EXPULSION", "COOPERATION_SUSPENSION"),
        signals.stream().map(s -> type(s.value())).collect(Collectors.toSet()));
  }

  @Test
  void anArticleReadTwiceGivesTheSameIdsAndIsStoredOnce() throws Exception {
    String id = UUID.randomUUID().toString();
    byte[] article = json.writeValueAsBytes(article(id, TITLE, TEXT));

    send(article);
    send(article);

    List<ConsumerRecord<String, byte[]>> signals = signalsOf(id, 4);
    Set<String> ids = signals.stream().map(s -> header(s, "ce_id")).collect(Collectors.toSet());
    assertEquals(2, ids.size());
    for (String signal : ids) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertEquals(200, get("/api/v1/signals/" + signal).statusCode()));
      assertEquals(id, get("/api/v1/signals/" + signal).jsonPath().getString("source.articleId"));
    }
  }

  @Test
  void aRecordThatCannotBeReadGoesToTheDeadLettersAndTheStreamGoesOn() throws Exception {
    String id = UUID.randomUUID().toString();
    String poison = "{\"no\": \"article " + id + "\"";

    send(poison.getBytes(StandardCharsets.UTF_8));
    send(json.writeValueAsBytes(article(id, TITLE, TEXT)));

    assertEquals(2, signalsOf(id, 2).size());
    ConsumerRecord<String, byte[]> dead =
        read("riftwatch.articles.dlq", 1, value -> value.contains(id)).get(0);
    assertEquals(poison, new String(dead.value(), StandardCharsets.UTF_8));
    assertTrue(header(dead, "dead-letter-reason").length() > 3);
  }

  @Test
  void anOffsetIsCommittedOnlyWhenTheSignalsStandInTheTopic() throws Exception {
    String id = UUID.randomUUID().toString();

    RecordMetadata sent = send(json.writeValueAsBytes(article(id, TITLE, TEXT)));

    TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
    await().atMost(PATIENCE).until(() -> committed(partition) > sent.offset());
    assertEquals(2, signalsOf(id, 2, Duration.ofSeconds(5)).size());
  }

  @Test
  void theListOfSignalsIsFilteredAndPaged() throws Exception {
    String id = UUID.randomUUID().toString();
    String text = "TALLINN - Estonia and Latvia on Friday each expelled two Belarusian diplomats.";
    send(json.writeValueAsBytes(article(id, "Baltic states expel Belarusians", text)));
    await()
        .atMost(PATIENCE)
        .until(() -> get("/api/v1/signals?target=BLR").jsonPath().getList("items").size() == 2);

    var first = get("/api/v1/signals?target=BLR&limit=1").jsonPath();
    var second = get("/api/v1/signals?target=BLR&limit=1&cursor=" + first.getString("next"));

    assertEquals(1, first.getList("items").size());
    assertEquals(
        Set.of("EST", "LVA"),
        Set.of(first.getString("items[0].actor"), second.jsonPath().getString("items[0].actor")));
    assertEquals(null, second.jsonPath().getString("next"));
    assertEquals(
        0, get("/api/v1/signals?target=BLR&type=RECALL").jsonPath().getList("items").size());
    assertEquals(400, get("/api/v1/signals?type=NONSENSE").statusCode());
    assertEquals(400, get("/api/v1/signals?cursor=%21").statusCode());
    assertEquals(404, get("/api/v1/signals/none").statusCode());
  }

  private static io.restassured.response.Response get(String path) {
    return RestAssured.given().auth().oauth2(Backends.TOKEN).get(path);
  }

  private static Article article(String id, String title, String text) {
    return new Article(
        id,
        1,
        "feed",
        "example.org",
        URI.create("https://example.org/" + id),
        title,
        text,
        "en",
        Instant.parse("2025-09-18T10:00:00Z"),
        Instant.parse("2025-09-18T10:01:00Z"),
        "0123456789abcdef",
        "wire-" + id,
        null);
  }

  private RecordMetadata send(byte[] value) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      return producer.send(new ProducerRecord<>(Article.TOPIC, "k", value)).get();
    }
  }

  private List<ConsumerRecord<String, byte[]>> signalsOf(String article, int count) {
    return signalsOf(article, count, PATIENCE);
  }

  private List<ConsumerRecord<String, byte[]>> signalsOf(
      String article, int count, Duration patience) {
    return read(Signal.TOPIC, count, value -> value.contains(article), patience);
  }

  private List<ConsumerRecord<String, byte[]>> read(
      String topic, int count, java.util.function.Predicate<String> wanted) {
    return read(topic, count, wanted, PATIENCE);
  }

  private List<ConsumerRecord<String, byte[]>> read(
      String topic, int count, java.util.function.Predicate<String> wanted, Duration patience) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest");
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      await()
          .atMost(patience)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        r -> {
                          if (wanted.test(new String(r.value(), StandardCharsets.UTF_8))) {
                            found.add(r);
                          }
                        });
                return found.size() >= count;
              });
    }
    return found;
  }

  private long committed(TopicPartition partition) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      OffsetAndMetadata offset =
          admin
              .listConsumerGroupOffsets("classify")
              .partitionsToOffsetAndMetadata()
              .get()
              .get(partition);
      return offset == null ? -1 : offset.offset();
    }
  }

  private static String header(ConsumerRecord<String, byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private String type(byte[] signal) {
    try {
      return json.readTree(signal).get("type").asText();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
