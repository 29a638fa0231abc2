package dev.sluice.ml.unlabelled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.Clicks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Rows that are drawn by what is in them. */
class RowSampleTest {

  private static final StructType SCHEMA =
      new StructType().add("slots", SQLDataTypes.VectorType(), false);

  private final SparkSession spark = Clicks.spark();

  private static List<Row> numbers(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> RowFactory.create(Vectors.dense(i, i % 7)))
        .toList();
  }

  private Dataset<Row> dataset(List<Row> rows, int partitions) {
    return spark.createDataFrame(rows, SCHEMA).repartition(partitions);
  }

  private static List<String> drawn(Dataset<Row> rows, int most, long seed) {
    return RowSample.of(rows, most, seed).stream().map(row -> Arrays.toString(row.dense(2)))
        .toList();
  }

  @Test
  void theSampleIsTheSameHoweverRowsAreOrderedAndDivided() {
    List<Row> shuffled = new ArrayList<>(numbers(10_000));
    Collections.shuffle(shuffled, new Random(1));

    List<String> drawn = drawn(dataset(numbers(10_000), 8), 500, 42);

    assertThat(drawn).hasSize(500).doesNotHaveDuplicates();
    assertThat(drawn(dataset(shuffled, 3), 500, 42)).isEqualTo(drawn);
  }

  @Test
  void anotherSeedDrawsOtherRows() {
    Dataset<Row> rows = dataset(numbers(10_000), 4);

    assertThat(drawn(rows, 500, 1)).isNotEqualTo(drawn(rows, 500, 2));
  }

  @Test
  void eachRowIsAsLikelyAsOthers() {
    double mean =
        RowSample.of(dataset(numbers(10_000), 4), 1_000, 42).stream()
            .mapToDouble(row -> row.dense(2)[0])
            .average()
            .orElseThrow();

    assertThat(mean).isBetween(4_700.0, 5_300.0);
  }

  @Test
  void allRowsAreDrawnIfThereAreNotMore() {
    assertThat(drawn(dataset(numbers(100), 4), 500, 42)).hasSize(100);
  }

  @Test
  void rowsThatAreThereOftenAreDrawnAsOftenAsOthers() {
    List<Row> rows = new ArrayList<>(numbers(5_000));
    rows.addAll(Collections.nCopies(5_000, RowFactory.create(Vectors.dense(-1, -1))));

    List<String> drawn = drawn(dataset(rows, 8), 1_000, 42);

    assertThat(Collections.frequency(drawn, "[-1.0, -1.0]")).isBetween(440, 560);
  }

  @Test
  void rowsOfAnyColumnsAreDrawnAlike() {
    Dataset<Row> rows =
        spark.range(10_000).selectExpr("if(id < 5000, -1L, id) AS number", "'x' AS other")
            .repartition(8);

    List<Row> drawn =
        RowSample.of(rows, functions.xxhash64(functions.col("number")), 1_000).collectAsList();

    assertThat(drawn).hasSize(1_000);
    assertThat(drawn.get(0).schema().fieldNames()).containsExactly("number", "other");
    assertThat(drawn.stream().filter(row -> row.getLong(0) == -1).count()).isBetween(440L, 560L);
  }
}
