package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.io.file.Files;
import dev.sluice.io.file.FormatFiles;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of one directory that were written with different schemas. */
@SparkTest
@Tag("smoke")
class DifferentSchemasTest {

  record Part(long a, String added) {}

  record Row(
      int id,
      Long number,
      Double real,
      @Precision(value = 12, scale = 2) BigDecimal money,
      String note,
      Part part,
      List<Part> parts) {}

  record Number(Integer id, Long number) {}

  record Id(int id) {}

  record Primitive(int id, long number) {}

  record Shared(@Precision(value = 21, scale = 2) BigDecimal x) {}

  private SparkKit kit;
  private SparkSession spark;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    spark = kit.spark();
  }

  private void write(String format, String select) {
    spark
        .sql("select " + select)
        .coalesce(1)
        .write()
        .mode("append")
        .format(format)
        .save(kit.path("in"));
  }

  private <T extends Record> FormatFiles<T> files(String format, Class<T> type) {
    return format.equals("orc")
        ? Files.orc(type, kit.path("in"))
        : Files.parquet(type, kit.path("in"));
  }

  private <T extends Record> List<T> rows(String format, Class<T> type) {
    InMemorySink<T> rows = InMemory.sink(type);
    var pipeline = dev.sluice.Pipeline.named("p");
    pipeline.source("in", files(format, type)).sink("rows", rows);
    pipeline.run(spark);
    return rows.rows();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void eachFileIsWidenedToTheRecord(String format) {
    write(
        format,
        "1 id, 7 number, cast(1.5 as float) real, cast(1.5 as decimal(5,1)) money, 'x' note,"
            + " named_struct('a', 1) part, array(named_struct('a', 1)) parts");
    write(
        format,
        "array(named_struct('added', 'y', 'a', 2L)) parts, named_struct('added', 'y', 'a', 2L)"
            + " part, 3000000000L NUMBER, smallint(2) id, 2.5D real, cast(2.25 as decimal(8,2))"
            + " money");
    write(
        format,
        "tinyint(3) id, smallint(3) number, 3 real, 3 money, 'z' note, named_struct('a',"
            + " smallint(3)) part, array(named_struct('a', tinyint(3))) parts, 'unread' extra");

    assertThat(rows(format, Row.class))
        .containsExactlyInAnyOrder(
            new Row(
                1,
                7L,
                1.5,
                new BigDecimal("1.50"),
                "x",
                new Part(1, null),
                List.of(new Part(1, null))),
            new Row(
                2,
                3000000000L,
                2.5,
                new BigDecimal("2.25"),
                null,
                new Part(2, "y"),
                List.of(new Part(2, "y"))),
            new Row(
                3,
                3L,
                3.0,
                new BigDecimal("3.00"),
                "z",
                new Part(3, null),
                List.of(new Part(3, null))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void whicheverFileIsTheFirst(String format) {
    for (int i = 0; i < 4; i++) {
      write(format, i + " id");
      write(format, (i + 10) + " id, 5L number");
      write(format, (i + 20) + " id, 5 number");
    }

    assertThat(rows(format, Number.class))
        .extracting(Number::number)
        .containsOnly(null, 5L)
        .hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void whatDoesNotFitIsRefusedWithItsFile(String format) {
    write(format, "1 id, 1L number");
    write(format, "2 id, 'two' number");

    assertThat(files(format, Number.class).check(spark))
        .singleElement()
        .asString()
        .contains(
            "column \"number\" is STRING in the file",
            kit.path("in"),
            "Number.number needs BIGINT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void aWiderTypeIsRefusedAlsoWhereSparkWouldGiveNullOrRound(String format) {
    write(format, "1 id");
    write(format, "3000000000L id");

    assertThat(files(format, Number.class).check(spark))
        .contains(
            format
                + " "
                + kit.path("in")
                + ": column \"number\" (BIGINT) of Number.number is missing");
    assertThat(files(format, Id.class).check(spark))
        .singleElement()
        .asString()
        .contains("column \"id\" is BIGINT in the file", "Id.id needs INT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void aPrimitiveMustBeInAllFiles(String format) {
    write(format, "1 id, 1L number");
    write(format, "2 id");

    assertThat(files(format, Primitive.class).check(spark))
        .singleElement()
        .asString()
        .contains("column \"number\" is not in the file", "Primitive.number cannot be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void directoriesAreColumnsOfAllFiles(String format) {
    spark.sql("select 1 id, 3 number").write().format(format).save(kit.path("in") + "/day=1");
    spark.sql("select 2 id, 4L number").write().format(format).save(kit.path("in") + "/day=02");

    record Dated(int id, long number, String day) {}
    assertThat(rows(format, Dated.class))
        .containsExactlyInAnyOrder(new Dated(1, 3, "1"), new Dated(2, 4, "02"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void filesWithoutRowsAndHiddenFilesDoNotMatter(String format) throws Exception {
    spark.sql("select 1 id, 3 number where false").write().format(format).save(kit.path("in"));
    write(format, "2 id, 4L number");
    java.nio.file.Files.writeString(
        java.nio.file.Path.of(kit.path("in"), "_notes"), "no file of rows");
    java.nio.file.Files.writeString(java.nio.file.Path.of(kit.path("in"), ".hidden"), "neither");

    assertThat(rows(format, Number.class)).containsExactly(new Number(2, 4L));
  }

  @ParameterizedTest
  @CsvSource({"parquet,false", "orc,true"})
  void whatSparkCannotReadAsOneColumnIsSaid(String format, boolean readable) {
    write(format, "1L x");
    write(format, "cast(2 as decimal(21,2)) x");

    if (readable) {
      assertThat(rows(format, Shared.class)).hasSize(2);
    } else {
      assertThat(files(format, Shared.class).check(spark))
          .singleElement()
          .asString()
          .contains("column \"x\" is BIGINT in the file", "write the file anew");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void timesWithAndWithoutAZoneAreNotTheSame(String format) {
    record At(java.time.LocalDateTime at) {}
    write(format, "timestamp_ntz'2024-01-01 00:00:00' at");
    write(format, "timestamp'2024-01-01 00:00:00' at");

    assertThat(files(format, At.class).check(spark))
        .singleElement()
        .asString()
        .contains("column \"at\" is TIMESTAMP in the file", "At.at needs TIMESTAMP_NTZ");
  }

  /** Spark's own merging gives up where types differ. */
  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void thatSparkIsToMergeChangesNothing(String format) {
    write(format, "1 id, 1 number");
    write(format, "2 id, 2L number");

    assertThat(files(format, Number.class).option("mergeSchema", "true").check(spark)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void namesThatDifferInCaseNeedASessionThatIgnoresIt(String format) {
    write(format, "1 id, 1L number");
    write(format, "2 id, 2L Number");

    assertThat(files(format, Number.class).check(spark)).isEmpty();
    spark.conf().set("spark.sql.caseSensitive", "true");
    try {
      assertThat(files(format, Number.class).check(spark))
          .singleElement()
          .asString()
          .contains("spark.sql.caseSensitive=false");
    } finally {
      spark.conf().unset("spark.sql.caseSensitive");
    }
  }
}
