package dev.sluice.io;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MalformedRowsTest {

  enum Kind {
    NEW,
    USED
  }

  record Item(int id, String name, Double price, LocalDate day, Kind kind) {}

  record Part(long count, String label) {}

  record Nested(int id, Part part, List<Integer> sizes, Double ratio) {}

  private final SparkSession spark = IoSpark.session();
  @TempDir Path dir;

  private static final List<String> GOOD_CSV =
      List.of(
          "1,a,1.5,2024-01-31,NEW",
          "2,,,,",
          "3,\"x, \"\"y\"\"\",-2,2024-02-29,USED",
          "4,5\" disk,1,,",
          "5,\"\",Inf,,");

  private static final List<String> BAD_CSV =
      List.of(
          "x,a,1.5,2024-01-31,NEW",
          "17850.0,a,1.5,2024-01-31,NEW",
          " 7,a,1.5,2024-01-31,NEW",
          "99999999999,a,1.5,2024-01-31,NEW",
          ",a,1.5,2024-01-31,NEW",
          "1,a,one,2024-01-31,NEW",
          "1,a,1e400,2024-01-31,NEW",
          "1,a,1.5,2024-02-30,NEW",
          "1,a,1.5,31.01.2024,NEW",
          "1,a,1.5,2024-01-31,BROKEN",
          "1,a,1.5,2024-01-31",
          "1,a,1.5,2024-01-31,NEW,more",
          "1,a,1.5,2024-01-31,\"NEW",
          "",
          "   ");

  private static final List<String> GOOD_JSON =
      List.of(
          "{\"id\":1,\"part\":{\"count\":2,\"label\":\"l\"},\"sizes\":[1,2],\"ratio\":0.5}",
          "{\"id\":2}",
          " {\"id\":3,\"part\":null,\"sizes\":[],\"other\":true} ",
          "{\"id\":4,\"part\":{\"count\":2}}");

  private static final List<String> BAD_JSON =
      List.of(
          "{\"id\":1",
          "{\"id\":1} garbage",
          "{\"id\":1}{\"id\":2}",
          "{\"id\":1},{\"id\":2}",
          "",
          "   ",
          "null",
          "[]",
          "[{\"id\":1}]",
          "5",
          "{}",
          "{\"part\":{\"count\":2}}",
          "{\"id\":\"1\"}",
          "{\"id\":1.0}",
          "{\"id\":99999999999}",
          "{'id':1}",
          "{id:1}",
          "{\"id\":1,\"part\":{\"count\":\"z\"}}",
          "{\"id\":1,\"part\":{\"label\":\"l\"}}",
          "{\"id\":1,\"sizes\":[1,\"z\"]}",
          "{\"id\":1,\"sizes\":3}",
          "{\"id\":1,\"ratio\":1e400}",
          "{\"id\":1,\"ratio\":NaN}x");

  private Source<Item> csv() throws IOException {
    return Files.csv(Item.class, write("items.csv", "id,name,price,day,kind", GOOD_CSV, BAD_CSV))
        .header();
  }

  private Source<Nested> json() throws IOException {
    return Files.json(Nested.class, write("nested.json", null, GOOD_JSON, BAD_JSON));
  }

  private String write(String name, String header, List<String> good, List<String> bad)
      throws IOException {
    StringBuilder text = new StringBuilder(header == null ? "" : header + "\n");
    good.forEach(line -> text.append(line).append('\n'));
    bad.forEach(line -> text.append(line).append('\n'));
    return java.nio.file.Files.writeString(dir.resolve(name), text).toString();
  }

  private static List<String> malformed(Dataset<Row> rows) {
    return rows.filter(col(Source.MALFORMED).isNotNull())
        .select(col(Source.MALFORMED))
        .as(Encoders.STRING())
        .collectAsList();
  }

  private static List<Integer> ids(Dataset<Row> rows) {
    return rows.filter(col(Source.MALFORMED).isNull())
        .select("id")
        .as(Encoders.INT())
        .collectAsList();
  }

  @Test
  void everyMalformedCsvLineIsDeliveredAsItWasWritten() throws IOException {
    assertThat(malformed(csv().read(spark))).containsExactlyInAnyOrderElementsOf(BAD_CSV);
  }

  @Test
  void everyMalformedJsonLineIsDeliveredAsItWasWritten() throws IOException {
    assertThat(malformed(json().read(spark))).containsExactlyInAnyOrderElementsOf(BAD_JSON);
  }

  @Test
  void goodCsvLinesAreParsed() throws IOException {
    Dataset<Row> rows = csv().read(spark);

    assertThat(ids(rows)).containsExactly(1, 2, 3, 4, 5);
    assertThat(rows.filter("id = 3").select("name", "price", "day", "kind").first().mkString("|"))
        .isEqualTo("x, \"y\"|-2.0|2024-02-29|USED");
  }

  @Test
  void goodJsonLinesAreParsed() throws IOException {
    Dataset<Row> rows = json().read(spark);

    assertThat(ids(rows)).containsExactly(1, 2, 3, 4);
    assertThat(rows.filter("id = 1").select("part.count", "sizes").first().toString())
        .isEqualTo("[2,ArraySeq(1, 2)]");
  }

  @Test
  void theVerdictIsTheSameWhicheverColumnIsUsed() throws IOException {
    for (Dataset<Row> rows : List.of(csv().read(spark), json().read(spark))) {
      long bad = malformed(rows).size();
      long all = rows.count();
      for (String column : rows.columns()) {
        if (!column.equals(Source.MALFORMED)) {
          Dataset<Row> one = rows.select(col(column), col(Source.MALFORMED));
          assertThat(one.filter(col(Source.MALFORMED).isNull()).select(column).collectAsList())
              .as(column)
              .hasSize((int) (all - bad));
        }
      }
      assertThat(rows.filter(col(Source.MALFORMED).isNull()).count()).isEqualTo(all - bad);
      assertThat(rows.select(Source.MALFORMED).filter(col(Source.MALFORMED).isNotNull()).count())
          .isEqualTo(bad);
    }
  }

  @Test
  void filtersOnOneColumnDoNotLetABadRowThrough() throws IOException {
    Dataset<Row> rows = csv().read(spark);

    assertThat(rows.filter(col("id").equalTo(1)).select("id").count()).isEqualTo(1);
    assertThat(rows.filter(col("name").equalTo("a")).select("name").count()).isEqualTo(1);
  }

  @Test
  void aLineIsParsedOnceHoweverManyColumnsAndFiltersUseIt() throws IOException {
    Dataset<Row> rows = json().read(spark);

    String plan =
        rows.filter(col(Source.MALFORMED).isNull())
            .filter(col("id").gt(0))
            .filter(col("ratio").isNotNull())
            .select("id", "ratio", "part")
            .queryExecution()
            .optimizedPlan()
            .toString();

    assertThat(plan.split("from_json", -1)).hasSize(2);
  }

  @Test
  void allColumnsOfAMalformedRowAreNull() throws IOException {
    Row row =
        csv()
            .read(spark)
            .filter(col(Source.MALFORMED).equalTo("1,a,1.5,2024-02-30,NEW"))
            .select("id", "name", "price")
            .first();

    assertThat(row.anyNull()).isTrue();
    assertThat(row.get(0)).isNull();
    assertThat(row.get(1)).isNull();
  }

  @Test
  void failFastFailsAlsoIfNoColumnIsUsed() throws IOException {
    String path = write("bad.csv", "id,name,price,day,kind", List.of(), List.of("1,a,one,,"));
    Dataset<Row> rows = Files.csv(Item.class, path).header().failFast().read(spark);

    assertThatThrownBy(rows::count).hasStackTraceContaining("cannot be parsed: 1,a,one,,");
    assertThat(rows.columns()).doesNotContain(Source.MALFORMED);
  }

  @Test
  void multiLineJsonGivesTheSameVerdictWhicheverColumnIsUsed() throws IOException {
    String path =
        java.nio.file.Files.writeString(
                dir.resolve("many.json"),
                "[{\"id\":1,\n\"ratio\":0.5},\n{\"id\":2,\"sizes\":[\"z\"]},{\"ratio\":1.0}]")
            .toString();
    Dataset<Row> rows = Files.json(Nested.class, path).multiLine().read(spark);

    assertThat(ids(rows)).containsExactly(1);
    assertThat(malformed(rows)).containsExactly("{\"id\":2,\"sizes\":[\"z\"]}", "{\"ratio\":1.0}");
    assertThat(rows.filter(col(Source.MALFORMED).isNull()).select("ratio").count()).isEqualTo(1);
    assertThat(rows.filter(col(Source.MALFORMED).isNull()).count()).isEqualTo(1);
  }

  @Test
  void multiLineCsvGivesTheSameVerdictWhicheverColumnIsUsed() throws IOException {
    String path =
        write(
            "many.csv",
            "name,id,price,day,kind",
            List.of("\"two\nlines\",1,,,NEW"),
            List.of("a,2,x,,", "b,,,,"));
    Dataset<Row> rows = Files.csv(Item.class, path).header().multiLine().read(spark);

    assertThat(ids(rows)).containsExactly(1);
    assertThat(malformed(rows)).hasSize(2);
    assertThat(rows.filter(col(Source.MALFORMED).isNull()).select("name").first().getString(0))
        .isEqualTo("two\nlines");
    assertThat(rows.filter(col(Source.MALFORMED).isNull()).count()).isEqualTo(1);
  }
}
