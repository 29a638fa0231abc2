package dev.sluice.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.spark.compile.TestSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Here Kafka's client is on the class path, and Spark's module is not. */
class KafkaModuleTest {

  record Pair(int id, String name) {}

  private final SparkSession spark = TestSpark.session();
  private final KafkaSource<Pair> source =
      Kafka.topic("bids").bootstrapServers("127.0.0.1:1").json(Pair.class);

  @Test
  void aMissingModuleIsToldWithItsCoordinates() {
    String coordinates =
        "add org.apache.spark:spark-sql-kafka-0-10_2.13:" + spark.version();

    assertThat(source.check(spark))
        .singleElement().asString()
        .isEqualTo(
            "json of topic bids at 127.0.0.1:1: Spark's Kafka module is not on the class path: "
                + coordinates);
    assertThatIllegalStateException().isThrownBy(() -> source.read(spark))
        .withMessageEndingWith(coordinates);
  }

  @Test
  void withoutTheClientThereIsNoModuleEither() {
    KafkaSink<Pair> sink = source.append();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      assertThat(sink.check(spark))
          .singleElement().asString()
          .contains("add org.apache.spark:spark-sql-kafka-0-10_2.13:");
      assertThat(source.explain(new IllegalStateException("x"))).isEmpty();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
