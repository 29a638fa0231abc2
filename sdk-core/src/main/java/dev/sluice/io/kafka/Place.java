package dev.sluice.io.kafka;

/**
 * A place in a message beside its value.
 *
 * @param kind which
 * @param header the header's name, empty of other places
 */
record Place(Kind kind, String header) {

  enum Kind {
    KEY("key"),
    HEADER("header"),
    TIMESTAMP("timestamp"),
    TOPIC("topic"),
    PARTITION("partition"),
    OFFSET("offset");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  static Place of(Kind kind) {
    return new Place(kind, "");
  }

  static Place header(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a header has a name");
    }
    return new Place(Kind.HEADER, name);
  }

  /** As the spoken part of a message. */
  @Override
  public String toString() {
    return kind == Kind.HEADER ? "header '%s'".formatted(header) : kind.word;
  }
}
