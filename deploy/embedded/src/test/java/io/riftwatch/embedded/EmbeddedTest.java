package io.riftwatch.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedTest {

  @TempDir Path directory;

  @Test
  void aBrokerKeepsItsRecordsWhileItIsStopped() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), Ports.free())) {
      Topics.create(broker.bootstrapServers(), (short) 1);
      Topics.create(broker.bootstrapServers(), (short) 1);
      send(broker, "riftwatch.articles", "kept");

      broker.stop();
      assertTrue(Ports.isFree(Integer.parseInt(broker.bootstrapServers().split(":")[1])));
      broker.start();

      assertEquals(List.of("kept"), read(broker, "riftwatch.articles"));
    }
  }

  @Test
  void aDatabaseKeepsItsRowsBetweenStarts() throws Exception {
    Path data = directory.resolve("postgres");
    int port = Ports.free();
    try (EmbeddedDatabase first = EmbeddedDatabase.start(data, port);
        Connection c = first.connect();
        Statement s = c.createStatement()) {
      assertFalse(Ports.isFree(port));
      s.execute("create table kept (n int)");
      s.execute("insert into kept values (7)");
    }

    try (EmbeddedDatabase second = EmbeddedDatabase.start(data, port);
        Connection c = second.connect();
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery("select n from kept")) {
      assertTrue(r.next());
      assertEquals(7, r.getInt(1));
    }
  }

  private static void send(EmbeddedBroker broker, String topic, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  private static List<String> read(EmbeddedBroker broker, String topic) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(),
            "group.id", "test",
            "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      for (int polls = 0; polls < 100; polls++) {
        var records = consumer.poll(Duration.ofMillis(100));
        if (!records.isEmpty()) {
          return java.util.stream.StreamSupport.stream(records.spliterator(), false)
              .map(r -> r.value())
              .toList();
        }
      }
      return List.of();
    }
  }
}
