package io.riftwatch.ingest.parse;

/** Somebody an entry is by, while it is read. */
final class Person {

  private String name = "";
  private String email = "";

  void name(String text) {
    name = text.strip();
  }

  void email(String text) {
    email = text.strip();
  }

  /**
   * Name, address or both.
   *
   * @param words what the element says itself, where it is not divided into name and address
   */
  String shown(String words) {
    if (name.isEmpty() && email.isEmpty()) {
      return words;
    }
    if (name.isEmpty() || email.isEmpty()) {
      return name + email;
    }
    return name + " (" + email + ")";
  }
}
