package dev.sluice.io.kafka;

import dev.sluice.io.OptionalJar;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Spark's Kafka module and the client that comes with it, which users add themselves. */
enum KafkaModule {
  CLIENT("org.apache.kafka.clients.admin.Admin"),
  READER("org.apache.spark.sql.kafka010.KafkaSourceProvider");

  private static final String COORDINATES = "org.apache.spark:spark-sql-kafka-0-10_2.13";

  private final OptionalJar jar;

  KafkaModule(String needed) {
    jar = new OptionalJar(needed, COORDINATES);
  }

  /** What to add, as a sentence; empty if it is there. */
  Optional<String> missing(SparkSession spark) {
    return isThere()
        ? Optional.empty()
        : Optional.of(
            "Spark's Kafka module is not on the class path: add %s:%s"
                .formatted(jar.coordinates(), spark.version()));
  }

  boolean isThere() {
    return jar.isThere();
  }
}
