package io.riftwatch.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.riftwatch.embedded.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private static final Path FILE = Path.of("../asyncapi.yaml");

  private final JsonNode api = read();

  @Test
  void itDescribesEveryTopicAsItIsMade() {
    Set<String> described = new TreeSet<>();
    for (JsonNode channel : api.get("channels")) {
      described.add(channel.get("address").asText());
      assertEquals(Topics.PARTITIONS, channel.at("/bindings/kafka/partitions").asInt());
    }

    assertEquals(new TreeSet<>(Topics.NAMES), described);
  }

  @Test
  void itsSchemasAreTheContracts() {
    List<JsonNode> schemas =
        api.at("/components/messages").findValues("payload").stream()
            .filter(p -> p.has("$ref"))
            .toList();

    assertEquals(4, schemas.size());
    for (JsonNode schema : schemas) {
      Path file = FILE.resolveSibling(schema.get("$ref").asText());
      assertTrue(Files.isRegularFile(file), file + " is missing");
    }
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " cannot be read", e);
    }
  }
}
