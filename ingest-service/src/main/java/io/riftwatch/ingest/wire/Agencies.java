package io.riftwatch.ingest.wire;

import io.riftwatch.ingest.extract.WordList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The news agencies whose dispatches outlets print, and how an article credits one. */
public final class Agencies {

  /** Where a dateline or a byline stands, and where a source line: characters from either end. */
  private static final int EDGE = 160;

  /** What stands between an agency's name and the bracket or the sign that makes it a credit. */
  private static final String NEAR = "[^()\\n]{0,40}?";

  private record Agency(String name, List<String> forms, Pattern named, Pattern credit) {

    /** A line of the list: {@code Name = form | form | ...}, the forms as outlets print them. */
    static Agency of(String line) {
      String[] parts = line.split("\\s*=\\s*", 2);
      List<String> printed = List.of(parts[1].split("\\s*\\|\\s*"));
      String forms =
          printed.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
      String word = "(?<![\\p{L}\\p{N}])" + forms + "(?![\\p{L}\\p{N}])";
      String credit =
          Stream.of(
                  "\\(" + NEAR + word + NEAR + "\\)",
                  "[©/]" + NEAR + word,
                  "^" + word + "\\s*(?:[-–—:/,.]|$)",
                  "^【?" + NEAR + forms + "[^\\n]{0,24}?[电電】]")
              .collect(Collectors.joining("|"));
      return new Agency(
          parts[0], printed, Pattern.compile(word), Pattern.compile(credit, Pattern.MULTILINE));
    }

    /** Where a text credits it first; the greatest number where it does not. */
    int place(String text) {
      if (forms.stream().noneMatch(text::contains)) {
        return Integer.MAX_VALUE; // most are not named at all, which this tells sooner
      }
      Matcher credited = credit.matcher(text);
      if (!credited.find()) {
        return Integer.MAX_VALUE;
      }
      Matcher name = named.matcher(text).region(credited.start(), credited.end());
      return name.find() ? name.start() : credited.start();
    }
  }

  private static final List<Agency> AGENCIES =
      WordList.read(Agencies.class, "agencies.txt").stream().map(Agency::of).toList();

  private Agencies() {}

  /**
   * The agency that an article credits: its author's, else the first one named in brackets, after a
   * copyright sign or at the head of a line near either end of the text. One that the text only
   * quotes ("told Reuters") is not credited.
   *
   * @param author as the entry names it
   */
  public static Optional<String> credited(Optional<String> author, String text) {
    String head = text.substring(0, Math.min(text.length(), EDGE));
    String tail = text.substring(Math.max(0, text.length() - EDGE));
    return author
        .flatMap(
            a -> AGENCIES.stream().filter(agency -> agency.named().matcher(a).find()).findFirst())
        .or(() -> first(head))
        .or(() -> first(tail))
        .map(Agency::name);
  }

  private static Optional<Agency> first(String text) {
    return AGENCIES.stream()
        .filter(agency -> agency.place(text) < Integer.MAX_VALUE)
        .min(Comparator.comparingInt(agency -> agency.place(text)));
  }
}
