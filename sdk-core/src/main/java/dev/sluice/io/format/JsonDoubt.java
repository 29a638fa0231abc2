package dev.sluice.io.format;

/** What can be doubtful about an object that is a row; the words are those of reports. */
enum JsonDoubt {
  UNKNOWN_FIELD("a field that the record does not have"),
  MISSING_FIELD("no field for a component"),
  STRUCTURE("an object or an array for a text");

  private final String words;

  JsonDoubt(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
