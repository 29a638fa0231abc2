package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.table.Tables;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table whose columns could not keep what a record can hold is refused before the run. */
@SparkTest
class TableColumnsTest {

  private static final String TABLE = "narrow";

  enum Size {
    S,
    XL
  }

  record Values(
      @Precision(value = 10, scale = 2) BigDecimal price,
      double ratio,
      long id,
      String name,
      Instant at,
      LocalDateTime local,
      Duration took) {}

  private SparkSession spark;
  private String files;

  @BeforeEach
  void takes(SparkKit kit) {
    spark = kit.spark();
    files = kit.path("files");
  }

  @AfterEach
  void dropTable() {
    spark.sql("drop table if exists " + TABLE);
  }

  private List<String> problems(String columns, Class<? extends Record> record) {
    spark.sql("create table %s (%s) using parquet location '%s'".formatted(TABLE, columns, files));
    return Tables.table(record, TABLE).append().check(spark);
  }

  private static String columns(String changed) {
    String name = changed.split(" ")[0];
    return List.of(
        "price decimal(10,2)",
        "ratio double",
        "id bigint",
        "name string",
        "at timestamp",
        "local timestamp_ntz",
        "took interval day to second")
        .stream()
        .map(column -> column.startsWith(name + " ") ? changed : column)
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "price decimal(5,1)",
          "price decimal(9,2)",
          "price decimal(10,1)",
          "price double",
          "price bigint",
          "price string",
          "ratio float",
          "ratio decimal(38,18)",
          "ratio bigint",
          "id int",
          "id double",
          "id decimal(18,0)",
          "id string",
          "id timestamp",
          "name char(3)",
          "name int",
          "at timestamp_ntz",
          "at date",
          "at bigint",
          "local timestamp",
          "local date",
          "took interval day"
      })
  void aColumnThatIsNarrowerThanItsComponentIsRefused(String column) {
    String name = column.split(" ")[0];
    assertThat(problems(columns(column), Values.class))
        .singleElement()
        .asString()
        .startsWith("table narrow (append): column \"" + name + "\" is ")
        .contains("cannot keep every")
        .contains("of Values." + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"price decimal(12,2)", "price decimal(12,4)", "id decimal(19,0)", "id bigint"})
  void aColumnThatIsWiderThanItsComponentIsWrittenTo(String column) {
    assertThat(problems(columns(column), Values.class)).isEmpty();
  }

  @Test
  void columnsInsideOfStructsListsAndMapsAreCompared() {
    record In(long x) {}
    record Nested(In in, List<In> list, Map<String, Double> map) {}

    assertThat(
        problems(
            "in struct<x: int>, list array<struct<x: int>>, map map<varchar(2), float>",
            Nested.class))
        .hasSize(4)
        .anyMatch(p -> p.contains("\"in.x\" is INT"))
        .anyMatch(p -> p.contains("\"list[].x\" is INT"))
        .anyMatch(p -> p.contains("\"map{key}\" is VARCHAR(2)"))
        .anyMatch(p -> p.contains("\"map{value}\" is FLOAT"));
  }

  @Test
  void anEnumFitsIntoAsManyCharactersAsItsLongestConstantHas() {
    record Shirt(Size size) {}

    assertThat(problems("size varchar(2)", Shirt.class)).isEmpty();
    dropTable();
    assertThat(problems("size varchar(1)", Shirt.class)).hasSize(1);
    dropTable();
    assertThat(problems("size char(2)", Shirt.class)).hasSize(1);
  }

  @Test
  void columnsThatOneHasAndTheOtherHasNotAreNamedFromTheTablesSide() {
    record Pair(int a, int total) {}

    assertThat(problems("a int, remark int", Pair.class))
        .containsExactly(
            "table narrow (append): column \"total\" of Pair.total is not in the table; add it to"
                + " the table, or write a record without it",
            "table narrow (append): column \"remark\" (INT) of the table is not in record Pair: add"
                + " a component for it");
  }

  @Test
  void aTextThatIsNotTooLongGoesIntoAColumnOfLimitedLength() {
    assertThat(problems("note varchar(3)", Note.class)).isEmpty();

    written(new Note("abc"), new Note("ä c"), new Note(" "), new Note(null));

    assertThat(spark.table(TABLE).as(org.apache.spark.sql.Encoders.STRING()).collectAsList())
        .containsExactlyInAnyOrder("abc", "ä c", " ", null);
  }

  /** Spark by itself cuts the second one. */
  @ParameterizedTest
  @ValueSource(strings = {"abcd", "abc "})
  void aTextThatIsTooLongFailsTheRun(String text) {
    spark.sql("create table %s (note varchar(3)) using parquet".formatted(TABLE));

    assertThatThrownBy(() -> written(new Note("a"), new Note(text)))
        .hasMessageContaining(
            "a text of Note.note is longer than the 3 characters of column \"note\"");
    assertThat(spark.table(TABLE).count()).isZero();
  }

  record Note(String note) {}

  private void written(Note... notes) {
    Pipeline pipeline = Pipeline.named("notes");
    pipeline
        .source("notes", InMemory.rows(Note.class, List.of(notes)))
        .sink("table", Tables.table(Note.class, TABLE).append());
    pipeline.run(spark);
  }
}
