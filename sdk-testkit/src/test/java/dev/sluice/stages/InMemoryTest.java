package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.connect.BoundedSource;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class InMemoryTest {

  record Point(int x, String label) {}

  record Wide(long x, String label) {}

  private static final List<Point> POINTS = List.of(new Point(1, "a"), new Point(2, null));

  private final SparkSession spark;

  InMemoryTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void rowsComeOutAsTheyWentIn() {
    InMemorySink<Point> sink = InMemory.sink(Point.class);

    sink.write(InMemory.rows(Point.class, POINTS).read(spark));

    assertThatRows(Point.class, sink.rows()).inOrder().hasRows(POINTS);
  }

  @Test
  void aSinkKeepsTheRowsOfAllThreads() {
    InMemorySink<Point> sink = InMemory.sink(Point.class);

    IntStream.range(0, 4)
        .parallel()
        .forEach(i -> sink.write(InMemory.rows(Point.class, POINTS).read(spark)));

    assertThat(sink.rows()).hasSize(8);
    sink.clear();
    assertThat(sink.rows()).isEmpty();
  }

  @Test
  void aDatasetIsWidenedToTheRecord() {
    BoundedSource<Wide> source =
        Datasets.of(Wide.class, spark.sql("select 'a' as label, 1 as x, true as other"));
    InMemorySink<Wide> sink = InMemory.sink(Wide.class);

    sink.write(source.read(spark));

    assertThatRows(Wide.class, sink.rows()).hasRows(new Wide(1, "a"));
  }

  @Test
  void aDatasetOfOtherColumnsIsRefusedAtOnceWithEveryProblem() {
    assertThatThrownBy(() -> Datasets.of(Point.class, spark.sql("select 'a' as x, 1 as lable")))
        .hasMessageContaining("column \"x\" is STRING")
        .hasMessageContaining("did you mean \"lable\"?");
  }
}
