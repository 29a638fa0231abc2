package dev.sluice.io.lake;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

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
    return "transaction %s %d".formatted(application, version);
  }

  /** Options of a write. */
  Map<String, String> options() {
    return Map.of(
        "txnAppId", application,
        "txnVersion", Long.toString(version),
        "userMetadata", words());
  }

  /** Settings of a session that does nothing but this. */
  Map<String, String> settings() {
    return new TreeMap<>(
        Map.of(
            "spark.databricks.delta.write.txnAppId", application,
            "spark.databricks.delta.write.txnVersion", Long.toString(version),
            "spark.databricks.delta.commitInfo.userMetadata", words()));
  }
}
