package io.riftwatch.classify.text;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which forms are past participles that can stand in a passive. */
public final class Participles {

  private final List<String> endings;
  private final Set<String> forms;
  private final Set<String> except;

  /**
   * @param endings endings of such participles
   * @param forms such participles without one of the endings
   * @param except forms with one of the endings that are none: French rentré has no passive
   */
  public Participles(
      Collection<String> endings, Collection<String> forms, Collection<String> except) {
    this.endings = List.copyOf(endings);
    this.forms = folded(forms);
    this.except = folded(except);
  }

  private static Set<String> folded(Collection<String> forms) {
    return forms.stream().map(Morphology::fold).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a form in lower case, with its accents, is one. */
  boolean hold(String lower) {
    String form = Morphology.fold(lower);
    return forms.contains(form)
        || endings.stream().anyMatch(lower::endsWith) && !except.contains(form);
  }
}
