package io.riftwatch.classify.text;

/**
 * What a language knows of one written form.
 *
 * @param form lower-case, without accents, apostrophes straight
 * @param key stem of its lemma: two forms of one word share it
 * @param parts the function-word parts it may be, as bits
 * @param participle whether the form can be a past participle
 */
public record Word(String form, String key, long parts, boolean participle) {

  /** Whether the word can be the part. */
  public boolean is(Part part) {
    return (parts & part.bit()) != 0;
  }

  /** Whether the word can begin a prepositional phrase. */
  public boolean preposition() {
    return Part.preposition(parts);
  }

  /** Whether both can begin the same kind of prepositional phrase. */
  public boolean samePreposition(Word other) {
    return Part.preposition(parts & other.parts);
  }

  /** Whether no noun phrase runs across the word. */
  public boolean barrier() {
    return Part.barrier(parts);
  }

  /** Whether the word is a function word of any part. */
  public boolean function() {
    return parts != 0;
  }
}
