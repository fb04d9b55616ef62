package io.riftwatch.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All that the demo's outlets publish.
 *
 * @param outlets by id
 * @param items in the order of their publication
 * @param banners consent banners by language
 */
record Corpus(Map<String, Outlet> outlets, List<Item> items, Map<String, String> banners) {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /**
   * Reads the corpus from the class path.
   *
   * @throws IOException when a file of it cannot be read
   */
  static Corpus load() throws IOException {
    Map<String, Outlet> outlets = new LinkedHashMap<>();
    for (JsonNode o : read("outlets.yaml").get("outlets")) {
      outlets.put(o.get("id").asText(), outlet(o));
    }
    List<Item> items = new ArrayList<>();
    read("case.yaml")
        .get("items")
        .forEach(i -> items.add(item(i, outlets, items.size(), Item.Subject.CASE)));
    read("ordinary.yaml")
        .get("items")
        .forEach(i -> items.add(item(i, outlets, items.size(), Item.Subject.ORDINARY)));
    items.sort(Comparator.comparing(Item::publishedAt).thenComparing(Item::path));
    Map<String, String> banners = new LinkedHashMap<>();
    for (JsonNode b : read("consent.yaml").get("banners")) {
      banners.put(b.get("language").asText(), b.get("text").asText());
    }
    return new Corpus(outlets, List.copyOf(items), banners);
  }

  /** The banner in the outlet's language, or else in English. */
  String bannerOf(Outlet outlet) {
    return banners.getOrDefault(outlet.language(), banners.get("en"));
  }

  private static Outlet outlet(JsonNode o) {
    return new Outlet(
        o.get("id").asText(),
        o.get("name").asText(),
        o.get("language").asText(),
        Outlet.Format.valueOf(o.get("format").asText().toUpperCase(Locale.ROOT)),
        Outlet.Content.valueOf(o.get("content").asText().toUpperCase(Locale.ROOT)));
  }

  private static Item item(
      JsonNode i, Map<String, Outlet> outlets, int number, Item.Subject subject) {
    Outlet outlet = outlets.get(i.get("outlet").asText());
    int day = i.get("day").asInt();
    String path = "/" + outlet.id() + "/" + Item.dateOf(day) + "/" + (number + 1) + ".html";
    return new Item(
        outlet,
        path,
        day,
        LocalTime.parse(i.get("time").asText()),
        i.get("title").asText(),
        i.get("summary").asText(),
        i.path("body").asText("").strip(),
        i.path("byline").asText(""),
        subject);
  }

  private static JsonNode read(String file) throws IOException {
    try (InputStream in = Corpus.class.getResourceAsStream(file)) {
      return YAML.readTree(in);
    }
  }
}
