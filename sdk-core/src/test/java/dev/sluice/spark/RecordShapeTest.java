package dev.sluice.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that differs from its record in harmless ways is read by name, also inside. */
class RecordShapeTest {

  record Point(long x, double y) {}

  record Shape(
      String name, Point centre, List<Point> corners, Map<String, Point> labels, List<Long> ids) {}

  private final SparkSession spark = TestSpark.session();

  @TempDir Path directory;

  private List<Shape> read(String... columns) {
    String path = directory.resolve("shapes").toString();
    Dataset<Row> data = spark.sql("select " + String.join(", ", columns));
    data.write().parquet(path);
    return Pipeline.named("shapes")
        .source("shapes", Files.parquet(Shape.class, path))
        .collect(spark);
  }

  @Test
  void readsPrimitivesInsideNestedRecordsOfFiles() {
    assertThat(
            read(
                "'a' as name",
                "named_struct('x', 1L, 'y', 2D) as centre",
                "array(named_struct('x', 3L, 'y', 4D)) as corners",
                "map('k', named_struct('x', 5L, 'y', 6D)) as labels",
                "array(7L) as ids"))
        .containsExactly(
            new Shape(
                "a",
                new Point(1, 2),
                List.of(new Point(3, 4)),
                Map.of("k", new Point(5, 6)),
                List.of(7L)));
  }

  @Test
  void findsNestedColumnsByNameAndWidensThem() {
    assertThat(
            read(
                "array(7) as ids",
                "map('k', named_struct('Y', float(6), 'x', 5)) as labels",
                "array(named_struct('y', float(4), 'x', 3)) as corners",
                "named_struct('y', float(2), 'extra', 'z', 'x', 1) as centre",
                "'a' as name"))
        .containsExactly(
            new Shape(
                "a",
                new Point(1, 2),
                List.of(new Point(3, 4)),
                Map.of("k", new Point(5, 6)),
                List.of(7L)));
  }

  @Test
  void keepsNullInPlaceOfANestedRecord() {
    assertThat(
            read(
                "'a' as name",
                "if(rand(1) > 2, named_struct('y', float(2), 'x', 1), null) as centre",
                "if(rand(1) > 2, array(named_struct('y', float(2), 'x', 1)), null) as corners",
                "if(rand(1) > 2, map('k', named_struct('y', float(2), 'x', 1)), null) as labels",
                "if(rand(1) > 2, array(1), null) as ids"))
        .containsExactly(new Shape("a", null, null, null, null));
  }
}
