package io.riftwatch.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines that recur on a site's pages, whatever the article: what an outlet says of itself, how
 * to write to it, who stands behind it.
 *
 * @param hashes of the lines, as {@link #hashes} gives them
 */
public record SiteBoilerplate(Set<String> hashes) {

  /** Of a site of which nothing is known. */
  public static final SiteBoilerplate NONE = new SiteBoilerplate(Set.of());

  /** Letters below which a line recurs by chance. */
  private static final int SHORTEST_LINE = 12;

  /** What is left of a text is believed if it is at least this share of it. */
  private static final double ENOUGH = 0.4;

  private static final int HASH_BYTES = 12;

  public SiteBoilerplate {
    hashes = Set.copyOf(hashes);
  }

  /**
   * The hashes of a text's lines, by which a site's boilerplate is learnt; digits do not count, so
   * that "3 comments" and "5 comments" are one line.
   */
  public static Set<String> hashes(String text) {
    return text.lines()
        .map(SiteBoilerplate::wording)
        .filter(wording -> wording.length() >= SHORTEST_LINE)
        .map(SiteBoilerplate::hash)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A text without the lines that recur; as it was where they are most of it. */
  public String removedFrom(String text) {
    if (hashes.isEmpty()) {
      return text;
    }
    List<String> kept = text.lines().filter(line -> !recurs(line)).toList();
    String rest = HtmlText.tidy(String.join("\n", kept));
    return rest.length() >= ENOUGH * text.length() ? rest : text;
  }

  private boolean recurs(String line) {
    String wording = wording(line);
    return wording.length() >= SHORTEST_LINE && hashes.contains(hash(wording));
  }

  private static String wording(String line) {
    return Wording.of(line).replaceAll("\\p{N}+", "0");
  }

  private static String hash(String wording) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(wording.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
