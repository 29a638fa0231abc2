package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.io.file.Files;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.lake.Delta;
import dev.sluice.io.lake.Iceberg;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A format whose jar, or whose settings, are missing says what to add. */
@SparkTest
@Tag("smoke")
class MissingFormatsTest {

  record Row(int id) {}

  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void hideTheJars() {
    Thread.currentThread().setContextClassLoader(new Hiding(loader));
  }

  @AfterEach
  void showThemAgain() {
    Thread.currentThread().setContextClassLoader(loader);
  }

  /** A class path without table formats and Avro. */
  private static final class Hiding extends ClassLoader {

    Hiding(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.delta.") || name.startsWith("org.apache.iceberg.")
          || name.startsWith("org.apache.spark.sql.avro.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  @Test
  void deltaNamesItsJarForThisSpark(SparkSession spark) {
    String line = spark.version().replaceFirst("\\.\\d+$", "");

    assertThat(Delta.table(Row.class, "shop.orders").check(spark))
        .containsExactly(
            "delta shop.orders: its jar is not on the class path: add io.delta:delta-spark_%s_2.13"
                .formatted(line));
    assertThatIllegalStateException()
        .isThrownBy(() -> Delta.table(Row.class, "shop.orders").read(spark))
        .withMessageContaining("add io.delta:delta-spark_");
  }

  @Test
  void icebergNamesItsJarOrSaysThatThereIsNone(SparkSession spark) {
    String expected =
        spark.version().startsWith("4.2")
            ? "iceberg lake.orders (append): its jar is not on the class path, and Iceberg 1.11 has none for Spark 4.2: run on Spark 4.0 or 4.1, or add org.apache.iceberg:iceberg-spark-runtime-4.2_2.13 once there is one"
            : "iceberg lake.orders (append): its jar is not on the class path: add org.apache.iceberg:iceberg-spark-runtime-%s_2.13"
                .formatted(spark.version().replaceFirst("\\.\\d+$", ""));

    assertThat(Iceberg.table(Row.class, "lake.orders").append().check(spark))
        .containsExactly(expected);
  }

  @Test
  void avroNamesItsModule(SparkKit kit) throws Exception {
    java.nio.file.Files.writeString(Path.of(kit.path("a.avro")), "x");
    String sentence =
        ": its jar is not on the class path: add org.apache.spark:spark-avro_2.13, in the version of Spark";

    assertThat(Files.avro(Row.class, kit.path("a.avro")).check(kit.spark()))
        .singleElement()
        .asString()
        .endsWith(sentence);
    assertThat(Files.avro(Row.class, kit.path("b")).overwrite().check(kit.spark()))
        .singleElement()
        .asString()
        .endsWith(sentence);
  }

  @Test
  void avroInMessagesNamesItsModule(SparkSession spark) {
    assertThat(Kafka.topic("rows").bootstrapServers("localhost:1").avro(Row.class).check(spark))
        .containsExactly(
            "avro of topic rows at localhost:1: its jar is not on the class path: add org.apache.spark:spark-avro_2.13, in the version of Spark");
  }

  @Test
  void aSessionThatDoesNotSpeakDeltaSaysWhatToSet(SparkSession spark) {
    Thread.currentThread().setContextClassLoader(loader);

    assertThat(Delta.table(Row.class, "/lake/orders").check(spark))
        .containsExactly(
            "delta /lake/orders: the session does not speak Delta: set spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension when it is built");
  }
}
