package dev.sluice.connect;

import java.util.List;

/** What becomes of the rows that are at a sink's target already. */
public sealed interface WriteMode {

  /** They stay, and the new ones are added: without rows there is nothing to do. */
  record Append() implements WriteMode {}

  /**
   * They are replaced, wholly or by partition. Such a sink must not write where the same pipeline
   * reads: validation refuses it if {@link Sink#writes()} meets a source's {@link Source#reads()}.
   */
  record Overwrite() implements WriteMode {}

  /** There must not be any, or nothing is written: the target is made, even if it stays empty. */
  record Create() implements WriteMode {}

  /**
   * A row replaces the one of the same key, and all others stay: writing rows twice has the effect
   * of writing them once. Validation refuses a key that may be NULL.
   *
   * @param key the names of the record's components that are the key, at least one
   */
  record Upsert(List<String> key) implements WriteMode {

    /**
     * Copies the names.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Upsert {
      key = List.copyOf(key);
      if (key.isEmpty()) {
        throw new IllegalArgumentException("a key has at least one component");
      }
    }
  }

  /** New rows are added to those that are there. */
  static WriteMode append() {
    return new Append();
  }

  /** What is there is replaced. */
  static WriteMode overwrite() {
    return new Overwrite();
  }

  /** Nothing may be there. */
  static WriteMode create() {
    return new Create();
  }

  /**
   * A row replaces the one of the same key.
   *
   * @param key the names of the record's components that are the key, at least one
   */
  static WriteMode upsert(String... key) {
    return new Upsert(List.of(key));
  }
}
