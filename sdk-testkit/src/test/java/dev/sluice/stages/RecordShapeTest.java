package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data that differs from its record in harmless ways is read by name, also inside. */
@SparkTest
class RecordShapeTest {

  record Point(long x, double y) {}

  record Shape(
      String name, Point centre, List<Point> corners, Map<String, Point> labels, List<Long> ids) {}

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  private Stage<Shape> read(String... columns) {
    Dataset<Row> data = kit.spark().sql("select " + String.join(", ", columns));
    data.write().parquet(kit.path("shapes"));
    return kit.source(Files.parquet(Shape.class, kit.path("shapes")));
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
        .hasRows(
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
        .hasRows(
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
        .hasRows(new Shape("a", null, null, null, null));
  }
}
