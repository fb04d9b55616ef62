package io.riftwatch.ingest.wire;

import io.riftwatch.ingest.extract.WordList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The news agencies whose dispatches outlets print, and how an article credits one. */
public final class Agencies {

  /** Where a dateline or a byline stands, and where a source line: characters from either end. */
  private static final int EDGE = 160;

  private record Agency(String name, Pattern signed, Pattern credit) {

    /** A line of the list: {@code Name = form | form | ...}, the forms as outlets print them. */
    static Agency of(String line) {
      String[] parts = line.split("\\s*=\\s*", 2);
      String forms =
          Stream.of(parts[1].split("\\s*\\|\\s*"))
              .map(Pattern::quote)
              .reduce((a, b) -> a + "|" + b)
              .orElseThrow();
      String name = "(?:" + forms + ")";
      return new Agency(
          parts[0],
          Pattern.compile("(?<![\\p{L}\\p{N}])" + name + "(?![\\p{L}\\p{N}])"),
          Pattern.compile(
              "\\([^()]{0,40}?(?<![\\p{L}\\p{N}])"
                  + name
                  + "(?![\\p{L}\\p{N}])[^()]{0,20}\\)"
                  + "|[©/]\\s*"
                  + name
                  + "(?![\\p{L}\\p{N}])"
                  + "|(?m:^"
                  + name
                  + "\\s*(?:[-–—:/,.]|电|電|$))"));
    }
  }

  private static final List<Agency> AGENCIES =
      WordList.read(Agencies.class, "agencies.txt").stream().map(Agency::of).toList();

  private Agencies() {}

  /**
   * The agency that an article credits: its author's, else the one named in brackets, after a
   * copyright sign or at the head of a line near either end of the text. One that the text only
   * quotes ("told Reuters") is not credited.
   *
   * @param author as the entry names it
   */
  public static Optional<String> credited(Optional<String> author, String text) {
    String head = text.substring(0, Math.min(text.length(), EDGE));
    String tail = text.substring(Math.max(0, text.length() - EDGE));
    return AGENCIES.stream()
        .filter(
            agency ->
                author.filter(a -> agency.signed().matcher(a).find()).isPresent()
                    || agency.credit().matcher(head).find()
                    || agency.credit().matcher(tail).find())
        .map(Agency::name)
        .findFirst();
  }
}
