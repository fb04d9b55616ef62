package io.riftwatch.alert;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The hands of a test on the running service: its topics and its REST resources. */
public final class Rig implements AutoCloseable {

  public static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final EmbeddedBroker broker;
  private final KafkaProducer<byte[], byte[]> producer;

  public Rig(EmbeddedBroker broker) {
    this.broker = broker;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public static ConditionFactory eventually() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }

  public static RequestSpecification operator() {
    return given().auth().preemptive().oauth2(Backends.TOKEN).contentType("application/json");
  }

  public void publish(Collection<Signal> signals) {
    signals.forEach(this::publish);
  }

  public void publish(Signal signal) {
    publish(Signal.pair(signal.actor(), signal.target()), JSON.valueToTree(signal).toString());
  }

  public void publish(String key, String value) {
    producer.send(
        new ProducerRecord<>(
            Signal.TOPIC,
            key.getBytes(StandardCharsets.UTF_8),
            value.getBytes(StandardCharsets.UTF_8)));
    producer.flush();
  }

  /** Everything on a topic now. */
  public List<ConsumerRecord<String, String>> records(String topic) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", broker.bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> records.add(text(record)));
      }
      return records;
    }
  }

  private static ConsumerRecord<String, String> text(ConsumerRecord<byte[], byte[]> record) {
    ConsumerRecord<String, String> text =
        new ConsumerRecord<>(
            record.topic(),
            record.partition(),
            record.offset(),
            record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
            record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8));
    record.headers().forEach(text.headers()::add);
    return text;
  }

  /** A channel, and a route that leads the alerts of a pair to it. */
  public static JsonPath channelFor(String pair, Map<String, Object> draft) {
    JsonPath channel = post("/api/v1/channels", named(draft));
    post(
        "/api/v1/routes",
        named(
            Map.of(
                "channels",
                List.of(channel.getString("id")),
                "match",
                Map.of("pairs", List.of(pair)))));
    return channel;
  }

  private static Map<String, Object> named(Map<String, Object> draft) {
    Map<String, Object> named = new java.util.HashMap<>(draft);
    named.putIfAbsent("name", "test-" + UUID.randomUUID());
    return named;
  }

  public static JsonPath post(String path, Object body) {
    return operator().body(body).post(path).then().statusCode(201).extract().jsonPath();
  }

  public static JsonPath get(String path) {
    return operator().get(path).then().statusCode(200).extract().jsonPath();
  }

  @Override
  public void close() {
    producer.close();
  }
}
