package dev.sluice.io.lake;

import java.util.Objects;

/**
 * A write that is done once, however often it is tried.
 *
 * @param application who counts the versions
 * @param version larger than all before it
 */
record Transaction(String application, long version) {

  Transaction {
    Objects.requireNonNull(application, "application");
    if (application.isBlank() || version < 0) {
      throw new IllegalArgumentException(
          "a transaction has an application and a version from 0, not \"%s\" and %d"
              .formatted(application, version));
    }
  }

  String words() {
    return words(application) + version;
  }

  /** What stands before the version. */
  static String words(String application) {
    return "transaction %s ".formatted(application);
  }
}
