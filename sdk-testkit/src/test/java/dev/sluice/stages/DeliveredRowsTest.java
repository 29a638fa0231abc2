package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.Stage;
import dev.sluice.connect.Sink;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.table.Tables;
import dev.sluice.run.RunFailedException;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be the record is not delivered in silence, also where no stage rejects it. */
@SparkTest
class DeliveredRowsTest {

  enum Color {
    RED,
    GREEN
  }

  record In(int x, Color color) {}

  record Row(int id, Color color, In in, List<In> list, List<Color> colors, Map<String, In> map) {}

  record Small(int id, Color color) {}

  record Renamed(int number, Color paint) {}

  private static final String SOURCE_TABLE = "delivered_from";
  private static final String TABLE = "delivered_to";

  /** The good row, and one that is good but for one column. */
  private static final String ROWS =
      """
      select int(id) id, color, in, list, colors, map from values
        (1, 'RED', named_struct('x', 1, 'color', 'RED'), array(named_struct('x', 1, 'color', 'RED'), null), array('RED', null), map('a', named_struct('x', 1, 'color', 'RED'), 'b', null)),
        (2, string(null), named_struct('x', 1, 'color', string(null)), null, null, null)
      as t(id, color, in, list, colors, map)
      """;

  private SparkKit kit;
  private SparkSession spark;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    spark = kit.spark();
    dropTables();
  }

  @AfterEach
  void dropTables() {
    spark.sql("drop table if exists " + SOURCE_TABLE);
    spark.sql("drop table if exists " + TABLE);
  }

  private Dataset<org.apache.spark.sql.Row> rows(String column, String value) {
    Dataset<org.apache.spark.sql.Row> good = spark.sql(ROWS);
    return good.union(good.filter("id = 1").selectExpr(with(good.columns(), column, value)));
  }

  private static String[] with(String[] columns, String column, String value) {
    return List.of(columns).stream()
        .map(c -> c.equals(column) ? value + " as " + c : c)
        .toArray(String[]::new);
  }

  private Stage<Row> stage(String kind, Dataset<org.apache.spark.sql.Row> rows) {
    String path = kit.path("in");
    return switch (kind) {
      case "table" -> {
        rows.write().option("path", path).saveAsTable(SOURCE_TABLE);
        yield kit.source(Tables.table(Row.class, SOURCE_TABLE));
      }
      case "orc" -> {
        rows.write().orc(path);
        yield kit.source(Files.orc(Row.class, path));
      }
      case "dataset" -> kit.source(Datasets.of(Row.class, rows));
      case "transform" ->
        kit.rows(Small.class, new Small(1, Color.RED))
            .transform("rows", Row.class, ignored -> rows);
      case "sql" -> {
        rows.createOrReplaceTempView("foreign_rows");
        yield kit.rows(Small.class, new Small(1, Color.RED))
            .sql("select r.* from foreign_rows r cross join {stage} s", Row.class);
      }
      default -> {
        rows.write().parquet(path);
        yield kit.source(Files.parquet(Row.class, path));
      }
    };
  }

  private <T extends Record> RunFailedException failed(Stage<T> stage, Sink<T> sink) {
    stage.sink("out", sink);
    RunFailedException failed =
        catchThrowableOfType(RunFailedException.class, () -> kit.pipeline().run(spark));
    assertThat(failed).isNotNull();
    return failed;
  }

  private Sink<Row> files() {
    return Files.parquet(Row.class, kit.path("out")).overwrite();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "table", "dataset", "transform", "sql"})
  void whateverItComesFromTheRunFails(String kind) {
    Stage<Row> stage = stage(kind, rows("id", "cast(null as int)")).named("rows");

    assertThat(failed(stage, files()))
        .hasMessageContaining("sink 'out' failed: id is NULL")
        .hasMessageContaining("'rows' (DeliveredRowsTest.java:")
        .hasMessageContaining("clean(");
    assertThat(kit.path("out"))
        .satisfies(path -> assertThat(new java.io.File(path)).doesNotExist());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
          "color  | 'BLUE'                                       | color is not a constant of Color",
          "in     | named_struct('x', int(null), 'color', 'RED') | in.x is NULL",
          "in     | named_struct('x', 1, 'color', 'red')         | in.color is not a constant of"
              + " Color",
          "list   | array(named_struct('x', 1, 'color', 'RED'), named_struct('x', null, 'color',"
              + " 'RED')) | list[].x is NULL",
          "list   | array(named_struct('x', 1, 'color', ''))     | list[].color is not a constant of"
              + " Color",
          "colors | array('RED', 'BLUE')                         | colors[] is not a constant of"
              + " Color",
          "map    | map('a', named_struct('x', int(null), 'color', 'RED')) | map{value}.x is NULL"
      },
      quoteCharacter = '"')
  void atEveryDepth(String column, String value, String reason) {
    Stage<Row> stage = stage("parquet", rows(column, value));

    assertThat(failed(stage, files())).hasMessageContaining("failed: " + reason);
  }

  @Test
  void aTableDoesNotGetItEither() {
    Stage<Row> stage = stage("parquet", rows("id", "cast(null as int)"));

    assertThat(failed(stage, Tables.table(Row.class, TABLE).append()))
        .hasMessageContaining("failed: id is NULL");
  }

  @Test
  void itDoesNotHideInAnotherRecord() {
    Stage<Renamed> stage =
        stage("parquet", rows("id", "cast(null as int)"))
            .select(row(Renamed::new).of(col(Row::id), col(Row::color)));

    assertThat(failed(stage, Files.json(Renamed.class, kit.path("out")).overwrite()))
        .hasMessageContaining("failed: number is NULL");
  }

  @Test
  void aRowThatIsNotDeliveredDoesNotMatter() {
    Stage<Row> stage =
        stage(
            "parquet",
            rows("color", "'BLUE'")
                .withColumn(
                    "id", org.apache.spark.sql.functions.expr("if(color = 'BLUE', 3, id)")));

    stage.filter(col(Row::id).lt(3)).sink("out", files());
    kit.pipeline().run(spark);

    assertThat(spark.read().parquet(kit.path("out")).count()).isEqualTo(2);
  }

  @Test
  void goodRowsKeepTheirNulls() {
    stage("parquet", rows("id", "3")).sink("out", files());

    kit.pipeline().run(spark);

    assertThat(
        spark.read().parquet(kit.path("out")).selectExpr("to_json(struct(*))").collectAsList())
        .hasSize(3)
        .extracting(r -> r.getString(0))
        .contains("{\"id\":2,\"in\":{\"x\":1}}");
  }

  @Test
  void aCleanStageAfterAnotherRecordRejectsIt() {
    stage("parquet", rows("id", "cast(null as int)"))
        .select(row(Renamed::new).of(col(Row::id), col(Row::color)))
        .clean("clean", c -> c.dedupe(Renamed::number))
        .sink("out", Files.parquet(Renamed.class, kit.path("out")).overwrite());

    kit.pipeline().run(spark);

    assertThat(spark.read().parquet(kit.path("out")).count()).isEqualTo(2);
  }
}
