package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.connect.Source;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.io.table.Tables;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of files and tables that cannot be the record are rejected by the first clean stage. */
@SparkTest
class ImpossibleValuesTest {

  enum Color {
    RED,
    GREEN
  }

  record In(int x, Color color) {}

  record Row(int id, Color color, In in, List<In> list, List<Color> colors, Map<String, In> map) {}

  private static final String TABLE = "impossible";

  /** One good row, one of NULLs where they may be, then rows that each have one fault. */
  private static final String ROWS =
      """
      select id, color, in, list, colors, map from values
        (1, 'RED', named_struct('x', 1, 'color', 'RED'), array(named_struct('x', 1, 'color', 'RED')), array('RED'), map('a', named_struct('x', 1, 'color', 'RED'))),
        (2, null, null, null, null, null),
        (3, null, null, array(null), array(null), map('a', null)),
        (null, 'RED', null, null, null, null),
        (11, 'BLUE', null, null, null, null),
        (12, null, named_struct('x', null, 'color', 'RED'), null, null, null),
        (13, null, named_struct('x', 1, 'color', 'red'), null, null, null),
        (14, null, null, array(named_struct('x', 1, 'color', 'RED'), named_struct('x', null, 'color', 'RED')), null, null),
        (15, null, null, array(named_struct('x', 1, 'color', '')), null, null),
        (16, null, null, null, array('RED', 'BLUE'), null),
        (17, null, null, null, null, map('a', named_struct('x', null, 'color', 'RED')))
      as t(id, color, in, list, colors, map)
      """;

  private SparkKit kit;
  private SparkSession spark;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    spark = kit.spark();
  }

  @AfterEach
  void dropTable() {
    spark.sql("drop table if exists " + TABLE);
  }

  private Source<Row> written(String format) {
    String path = kit.path("files");
    switch (format) {
      case "table" -> {
        spark.sql("create table %s using parquet location '%s' as %s".formatted(TABLE, path, ROWS));
        return Tables.table(Row.class, TABLE);
      }
      case "orc" -> {
        spark.sql(ROWS).write().orc(path);
        return Files.orc(Row.class, path);
      }
      default -> {
        spark.sql(ROWS).write().parquet(path);
        return Files.parquet(Row.class, path);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "table"})
  void eachIsRejectedWithItsReasonAtEveryDepth(String format) {
    InMemorySink<Row> accepted = InMemory.sink(Row.class);
    InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
    CheckedStage<Row> clean = kit.source(written(format)).clean("clean", c -> c.dedupe(Row::id));
    clean.sink("rows", accepted);
    clean.rejected().sink("rejected", rejected);

    RunReport report = kit.pipeline().run(spark);

    assertThat(accepted.rows()).extracting(Row::id).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(rejected.rows())
        .flatExtracting(Rejected::reasons)
        .containsExactlyInAnyOrder(
            "id is NULL",
            "color is not a constant of Color",
            "in.x is NULL",
            "in.color is not a constant of Color",
            "list[].x is NULL",
            "list[].color is not a constant of Color",
            "colors[] is not a constant of Color",
            "map{value}.x is NULL");
    assertThat(report).receivedRows("clean", 11).rejectedRows("clean", 8);
  }
}
