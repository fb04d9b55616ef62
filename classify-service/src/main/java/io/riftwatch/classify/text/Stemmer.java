package io.riftwatch.classify.text;

import org.tartarus.snowball.SnowballStemmer;

/**
 * Brings the forms of a word together.
 *
 * <p>Snowball (Porter 2001), by way of Lucene, serves nine of the twelve languages with one small
 * algorithm each and no dictionary, so that a linguist can foresee what it does. Where it brings
 * together too much ("diplomatic" and "diplomat") or too little ("thrown" and "throw"), the pack
 * says so.
 */
@FunctionalInterface
interface Stemmer {

  /** The stem of a lower-case word. */
  String stem(String word);

  /**
   * The stemmer of a name: Snowball's name of a language, or {@code none}.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Stemmer named(String name) {
    return name.equals("none") ? word -> word : snowball(name);
  }

  private static Stemmer snowball(String name) {
    try {
      var constructor =
          Class.forName("org.tartarus.snowball.ext." + name + "Stemmer")
              .asSubclass(SnowballStemmer.class)
              .getDeclaredConstructor();
      constructor.newInstance();
      return word -> {
        try {
          SnowballStemmer stemmer = constructor.newInstance();
          stemmer.setCurrent(word);
          stemmer.stem();
          return stemmer.getCurrent();
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      };
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no stemmer is named " + name, e);
    }
  }
}
