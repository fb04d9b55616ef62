package io.riftwatch.ingest.parse;

/** What can be wrong with a document and is read nevertheless. */
enum Repair {
  JUNK_BEFORE("text before the document is left out"),
  JUNK_AFTER("text after the document is left out"),
  LATE_DECLARATION("the XML declaration does not stand at the start"),
  FORBIDDEN_CHARACTER("control characters are left out"),
  STRAY_AMPERSAND("an ampersand that begins no reference is read as itself"),
  HTML_ENTITY("an entity that only HTML defines is read as HTML has it"),
  UNKNOWN_ENTITY("an entity that is not defined is left as it stands"),
  NO_CHARACTER("a reference to a number that is no character is left out"),
  DECLARED_ENTITY("an entity that the DOCTYPE declares is not expanded"),
  STRAY_LESS_THAN("a \"<\" that begins no tag is read as itself"),
  UNFINISHED_TAG("a tag without its \">\" is taken to end where the next begins"),
  UNQUOTED_ATTRIBUTE("an attribute's value without its quotes is taken to end at the next space"),
  UNFINISHED_COMMENT("a comment without its end is taken to end at the next \">\""),
  UNCLOSED_ELEMENT(
      "an element that is not closed is taken to end where its parent or the next does"),
  OTHER_CAPITALS("an end tag in other capitals than its start is taken for its end"),
  STRAY_END("an end tag that closes nothing is left out"),
  UNDECLARED_PREFIX("a prefix that is not declared is taken for what it is commonly used for"),
  CUT_SHORT("the document breaks off; what is whole is read");

  private final String message;

  Repair(String message) {
    this.message = message;
  }

  String message() {
    return message;
  }
}
