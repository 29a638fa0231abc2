package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Source;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is no row of the record, in files of text, is delivered as it was written. */
@SparkTest
class MalformedRowsTest {

  enum Kind {
    NEW,
    USED
  }

  record Item(int id, String name, Double price, LocalDate day, Kind kind) {}

  record Part(long count, String label) {}

  record Nested(int id, Part part, List<Integer> sizes, Double ratio) {}

  private SparkKit kit;
  private SparkSession spark;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    spark = kit.spark();
  }

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

  private BoundedSource<Item> csv() {
    return Files.csv(Item.class, write("items.csv", "id,name,price,day,kind", GOOD_CSV, BAD_CSV))
        .header();
  }

  private BoundedSource<Nested> json() {
    return Files.json(Nested.class, write("nested.json", null, GOOD_JSON, BAD_JSON));
  }

  private String write(String name, String header, List<String> good, List<String> bad) {
    StringBuilder text = new StringBuilder(header == null ? "" : header + "\n");
    good.forEach(line -> text.append(line).append('\n'));
    bad.forEach(line -> text.append(line).append('\n'));
    return kit.file(name, text.toString());
  }

  private static List<String> malformed(Dataset<Row> rows) {
    return rows.filter(col(Source.MALFORMED).isNotNull())
        .select(col(Source.MALFORMED))
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void everyMalformedCsvLineIsDeliveredAsItWasWritten() {
    assertThat(kit.source(csv()).rejected().collect(spark))
        .extracting(Rejected::row)
        .containsExactlyInAnyOrderElementsOf(BAD_CSV);
  }

  @Test
  void everyMalformedJsonLineIsDeliveredAsItWasWritten() {
    assertThat(kit.source(json()).rejected().collect(spark))
        .extracting(Rejected::row)
        .containsExactlyInAnyOrderElementsOf(BAD_JSON);
  }

  @Test
  void goodCsvLinesAreParsed() {
    assertThat(kit.source(csv()))
        .keyedBy(Item::id)
        .hasRows(
            new Item(1, "a", 1.5, LocalDate.of(2024, 1, 31), Kind.NEW),
            new Item(2, null, null, null, null),
            new Item(3, "x, \"y\"", -2.0, LocalDate.of(2024, 2, 29), Kind.USED),
            new Item(4, "5\" disk", 1.0, null, null),
            new Item(5, "", Double.POSITIVE_INFINITY, null, null));
  }

  @Test
  void goodJsonLinesAreParsed() {
    assertThat(kit.source(json()))
        .keyedBy(Nested::id)
        .hasRows(
            new Nested(1, new Part(2, "l"), List.of(1, 2), 0.5),
            new Nested(2, null, null, null),
            new Nested(3, null, List.of(), null),
            new Nested(4, new Part(2, null), null, null));
  }

  @Test
  void theVerdictIsTheSameWhicheverColumnIsUsed() {
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
  void filtersOnOneColumnDoNotLetABadRowThrough() {
    Dataset<Row> rows = csv().read(spark);

    assertThat(rows.filter(col("id").equalTo(1)).select("id").count()).isEqualTo(1);
    assertThat(rows.filter(col("name").equalTo("a")).select("name").count()).isEqualTo(1);
  }

  @Test
  void aLineIsParsedOnceHoweverManyColumnsAndFiltersUseIt() {
    Dataset<Row> rows = json().read(spark);

    String plan =
        rows.filter(col(Source.MALFORMED).isNull())
            .filter(col("id").gt(0))
            .filter(col("ratio").isNotNull())
            .select("id", "ratio", "part")
            .queryExecution()
            .optimizedPlan()
            .toString();

    assertThat(plan.split("read_json", -1)).hasSize(2);
  }

  @Test
  void allColumnsOfAMalformedRowAreNull() {
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
  void failFastFailsAlsoIfNoColumnIsUsed() {
    String path = write("bad.csv", "id,name,price,day,kind", List.of(), List.of("1,a,one,,"));
    Dataset<Row> rows = Files.csv(Item.class, path).header().failFast().read(spark);

    assertThatThrownBy(rows::count)
        .hasStackTraceContaining("cannot be parsed: 1,a,one,, (cannot be parsed)");
    assertThat(rows.columns()).doesNotContain(Source.MALFORMED);
  }

  @Test
  void multiLineJsonGivesTheSameVerdictWhicheverColumnIsUsed() {
    BoundedSource<Nested> json =
        kit.jsonFile(
            Nested.class,
            "[{\"id\":1,\n\"ratio\":0.5},\n{\"id\":2,\"sizes\":[\"z\"]},{\"ratio\":1.0}]")
            .multiLine();
    Dataset<Row> rows = json.read(spark);

    assertThat(kit.allowingMalformed().source(json))
        .hasRows(new Nested(1, null, null, 0.5))
        .rejectsText("{\"id\":2,\"sizes\":[\"z\"]}")
        .and()
        .rejectsText("{\"ratio\":1.0}")
        .and()
        .hasRejectedCount(2);
    assertThat(rows.filter(col(Source.MALFORMED).isNull()).select("ratio").count()).isEqualTo(1);
    assertThat(rows.filter(col(Source.MALFORMED).isNull()).count()).isEqualTo(1);
  }

  @Test
  void multiLineCsvGivesTheSameVerdictWhicheverColumnIsUsed() {
    String path =
        write(
            "many.csv",
            "name,id,price,day,kind",
            List.of("\"two\nlines\",1,,,NEW"),
            List.of("a,2,x,,", "b,,,,"));
    BoundedSource<Item> csv = Files.csv(Item.class, path).header().multiLine();
    Dataset<Row> rows = csv.read(spark);

    assertThat(kit.source(csv))
        .hasRows(new Item(1, "two\nlines", null, null, Kind.NEW))
        .hasRejectedCount(2);
    assertThat(rows.filter(col(Source.MALFORMED).isNull()).count()).isEqualTo(1);
  }
}
