package dev.sluice.samples.ecommerce;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SparkTest
class SameOutputTest {
  private static final String ROWS =
      """
      SELECT * FROM VALUES (1L, 'a', 10.5D), (1L, 'a', 10.5D), (2L, NULL, 0D), (3L, 'c', NULL)
      AS t(id, name, amount)\
      """;

  private final SparkKit kit;
  private final SparkSession spark;

  SameOutputTest(SparkKit kit) {
    this.kit = kit;
    this.spark = kit.spark();
  }

  @BeforeAll
  static void writesTheSameRowsOnBothSides(SparkKit kit) {
    for (EcommerceOutput output : EcommerceOutput.values()) {
      write(kit.spark().sql(ROWS), output.in(kit.path("left")));
      write(kit.spark().sql(ROWS), output.in(kit.path("right")));
    }
  }

  @Test
  void findsNoDifferenceBetweenEqualRowsInAnotherOrderOfRowsAndColumns() {
    right(spark.sql(ROWS).select("amount", "name", "id").orderBy("amount").repartition(3));

    assertThat(differences()).isEmpty();
  }

  @Test
  void forgivesARoundingError() {
    right(spark.sql(ROWS.replace("10.5D", "10.5000000001D")));

    assertThat(differences()).isEmpty();
  }

  @Test
  void findsADoubleThatDiffers() {
    right(spark.sql(ROWS.replaceFirst("10.5D", "10.5000001D")));

    assertThat(differences())
        .containsExactly("RFM: 0 rows only on the left, 0 only on the right, 1 with other doubles");
  }

  @Test
  void findsANumberInsteadOfANull() {
    right(spark.sql(ROWS).na().fill(0.0));

    assertThat(differences())
        .containsExactly("RFM: 0 rows only on the left, 0 only on the right, 1 with other doubles");
  }

  @Test
  void findsAnInfinityInsteadOfANumber() {
    right(spark.sql(ROWS.replaceFirst("10.5D", "double('Infinity')")));

    assertThat(differences())
        .containsExactly("RFM: 0 rows only on the left, 0 only on the right, 1 with other doubles");
  }

  @Test
  void findsAMissingRow() {
    right(spark.sql(ROWS).where("id <> 2"));

    assertThat(differences())
        .containsExactly("RFM: 1 rows only on the left, 0 only on the right, 0 with other doubles");
  }

  @Test
  void findsAMissingCopyOfARow() {
    right(spark.sql(ROWS).distinct());

    assertThat(differences())
        .containsExactly("RFM: 1 rows only on the left, 0 only on the right, 0 with other doubles");
  }

  @Test
  void findsAnotherText() {
    right(spark.sql(ROWS.replace("'c'", "'d'")));

    assertThat(differences())
        .containsExactly("RFM: 1 rows only on the left, 1 only on the right, 0 with other doubles");
  }

  @Test
  void findsAnotherTypeOfAColumn() {
    right(spark.sql(ROWS).withColumn("id", lit(1)));

    assertThat(differences())
        .containsExactly(
            "RFM: the columns are {amount=double, id=bigint, name=string} on the left,"
                + " {amount=double, id=int, name=string} on the right");
  }

  @Test
  void failsWhereAnOutputIsMissing() {
    assertThatThrownBy(() -> SameOutput.differences(spark, kit.path("left"), kit.path("nowhere")))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("enriched_lines");
  }

  private Iterable<String> differences() {
    return SameOutput.differences(spark, kit.path("left"), kit.path("right"));
  }

  /** What every test writes anew: the one output that can differ. */
  private void right(Dataset<Row> rows) {
    write(rows, EcommerceOutput.RFM.in(kit.path("right")));
  }

  private static void write(Dataset<Row> rows, String path) {
    rows.coalesce(1).write().mode("overwrite").parquet(path);
  }
}
