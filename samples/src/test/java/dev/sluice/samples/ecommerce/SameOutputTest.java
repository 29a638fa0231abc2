package dev.sluice.samples.ecommerce;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.samples.LocalSpark;
import java.nio.file.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameOutputTest {
  private static final String ROWS =
      """
      SELECT * FROM VALUES (1L, 'a', 10.5D), (1L, 'a', 10.5D), (2L, NULL, 0D), (3L, 'c', NULL)
      AS t(id, name, amount)\
      """;

  private final SparkSession spark = LocalSpark.session();

  @TempDir private Path directory;

  @BeforeEach
  void writesTheSameRowsOnBothSides() {
    for (EcommerceOutput output : EcommerceOutput.values()) {
      write("left", output, spark.sql(ROWS));
      write("right", output, spark.sql(ROWS));
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
    String nowhere = directory.resolve("nowhere").toString();

    assertThatThrownBy(() -> SameOutput.differences(spark, side("left"), nowhere))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("enriched_lines");
  }

  private Iterable<String> differences() {
    return SameOutput.differences(spark, side("left"), side("right"));
  }

  private void right(Dataset<Row> rows) {
    write("right", EcommerceOutput.RFM, rows);
  }

  private void write(String side, EcommerceOutput output, Dataset<Row> rows) {
    rows.coalesce(1).write().mode("overwrite").parquet(output.in(side(side)));
  }

  private String side(String name) {
    return directory.resolve(name).toString();
  }
}
