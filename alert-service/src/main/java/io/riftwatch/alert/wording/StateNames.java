package io.riftwatch.alert.wording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * English names of states by their ISO 3166-1 alpha-3 code, and of blocs by the codes of the
 * signals. A code that nobody knows stands for itself.
 */
public final class StateNames {

  private static final Set<String> BLOCS = Set.of("EUE", "UNO", "NATO", "ECW", "AFU");

  private final Map<String, Name> names;

  private record Name(String name, String article, String adjective) {}

  private StateNames(Map<String, Name> names) {
    this.names = names;
  }

  /** The names of the platform's locale data, corrected and completed by the list of states. */
  public static StateNames english() {
    Map<String, Name> names = new HashMap<>();
    for (String country : Locale.getISOCountries()) {
      Locale locale = new Locale.Builder().setRegion(country).build();
      String name = locale.getDisplayCountry(Locale.ENGLISH);
      names.put(locale.getISO3Country(), new Name(name, "", name));
    }
    Wordlist.read("states.properties")
        .forEach((code, entry) -> names.put(code, name(entry, names.get(code))));
    return new StateNames(Map.copyOf(names));
  }

  private static Name name(String entry, Name known) {
    String[] fields = entry.split("\\|", -1);
    String name = fields.length > 1 && !fields[1].isEmpty() ? fields[1] : known.name();
    String article = fields.length > 2 ? fields[2] + " " : "";
    return new Name(name, article, fields[0]);
  }

  /** The name as a headline begins with it, for example {@code United States}. */
  public String name(String code) {
    return of(code).name();
  }

  /** The name as it stands within a sentence, for example {@code the United States}. */
  public String inProse(String code) {
    Name name = of(code);
    return name.article() + name.name();
  }

  /** The adjective, for example {@code Malian}; the name where there is none. */
  public String adjective(String code) {
    return of(code).adjective();
  }

  /** Whether the code stands for a bloc of states. */
  public boolean isBloc(String code) {
    return BLOCS.contains(code);
  }

  /** Both names of a pair such as {@code FRA-MLI}, for example {@code France – Mali}. */
  public String pair(String pair) {
    String[] codes = pair.split("-", 2);
    return codes.length == 2 ? name(codes[0]) + " – " + name(codes[1]) : pair;
  }

  private Name of(String code) {
    return names.getOrDefault(code, new Name(code, "", code));
  }
}
