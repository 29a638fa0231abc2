package dev.sluice.io.kafka;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Spark's Kafka module and the client that comes with it, which users add themselves. */
enum KafkaModule {
  CLIENT("org.apache.kafka.clients.admin.Admin"),
  READER("org.apache.spark.sql.kafka010.KafkaSourceProvider");

  private final String needed;

  KafkaModule(String needed) {
    this.needed = needed;
  }

  /** What to add, as a sentence; empty if it is there. */
  Optional<String> missing(SparkSession spark) {
    return isThere()
        ? Optional.empty()
        : Optional.of(
            "Spark's Kafka module is not on the class path: add org.apache.spark:spark-sql-kafka-0-10_2.13:%s"
                .formatted(spark.version()));
  }

  boolean isThere() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    try {
      Class.forName(
          needed, false, ofThread == null ? KafkaModule.class.getClassLoader() : ofThread);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
