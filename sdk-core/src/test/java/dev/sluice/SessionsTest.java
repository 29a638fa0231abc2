package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session is told shows in the settings of the one that is there already. */
class SessionsTest {
  private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

  private final SparkSession spark =
      SparkSession.builder().master("local[2]").config("spark.ui.enabled", false).getOrCreate();
  private String partitions;

  @BeforeEach
  void remember() {
    partitions = spark.conf().get(SHUFFLE_PARTITIONS);
    spark.conf().set(SHUFFLE_PARTITIONS, 77);
  }

  @AfterEach
  void restore() {
    spark.conf().set(SHUFFLE_PARTITIONS, partitions);
    System.clearProperty("spark.master");
  }

  @Test
  void leavesTheSettingsOfSparkSubmitAlone() {
    System.setProperty("spark.master", "local[2]");

    Sessions.submittedOrEmbedded("shop").getOrCreate();

    assertThat(spark.conf().get(SHUFFLE_PARTITIONS)).isEqualTo("77");
  }

  @Test
  void isEmbeddedWithoutSparkSubmit() {
    Sessions.submittedOrEmbedded("shop").getOrCreate();

    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(spark.conf().get(SHUFFLE_PARTITIONS)).isEqualTo(String.valueOf(2 * cores));
  }
}
