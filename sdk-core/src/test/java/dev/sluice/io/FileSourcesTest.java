package dev.sluice.io;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.spark.RecordRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourcesTest {

  record Item(int id, String name) {}

  record Dated(int id, String name, String month, LocalDate day) {}

  record Narrow(int id, long size) {}

  record Wide(long id, long size) {}

  record Line(String text) {}

  private final SparkSession spark = IoSpark.session();
  @TempDir Path dir;

  private String write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    java.nio.file.Files.createDirectories(file.getParent());
    return java.nio.file.Files.writeString(file, text).toString();
  }

  private <T extends Record> List<T> rows(Source<T> source) {
    var all = source.read(spark);
    var good =
        List.of(all.columns()).contains(Source.MALFORMED)
            ? all.filter(col(Source.MALFORMED).isNull())
            : all;
    return RecordRows.collect(good, source.type());
  }

  @Test
  void aHeaderMapsValuesByNameInEachFileApart() throws IOException {
    write("in/a.csv", "id,name\n1,a\n");
    write("in/b.csv", "\uFEFFNAME , extra, Id\r\nb,x,2\r\n");
    write("in/c d.csv", "\n\"name\",\"id\"\nc,3\n");
    write("in/empty.csv", "");

    assertThat(rows(Files.csv(Item.class, dir + "/in").header()))
        .containsExactlyInAnyOrder(new Item(1, "a"), new Item(2, "b"), new Item(3, "c"));
  }

  @Test
  void theHeaderOfACompressedFileIsRead() throws IOException {
    Path file = dir.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(java.nio.file.Files.newOutputStream(file))) {
      out.write("name,id\na,1\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(rows(Files.csv(Item.class, file.toString()).header()))
        .containsExactly(new Item(1, "a"));
  }

  @Test
  void withoutAHeaderValuesGoByPosition() throws IOException {
    String path = write("a.csv", "1;'a;b'\n2;NA\n");

    assertThat(rows(Files.csv(Item.class, path).separator(";").quote('\'').nullValue("NA")))
        .containsExactly(new Item(1, "a;b"), new Item(2, null));
  }

  @Test
  void otherEncodingsAreDecoded() throws IOException {
    Path file = dir.resolve("latin.csv");
    java.nio.file.Files.write(file, "id,name\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(
            rows(
                Files.csv(Item.class, file.toString())
                    .header()
                    .encoding(StandardCharsets.ISO_8859_1)))
        .containsExactly(new Item(1, "é"));
  }

  @Test
  void aMissingColumnIsFoundBeforeTheRun() throws IOException {
    String path = write("a.csv", "id,nmae\n1,a\n");
    CsvFiles<Item> source = Files.csv(Item.class, path).header();

    assertThat(source.check(spark))
        .singleElement()
        .asString()
        .contains("column \"name\" of Item.name is not in the header [id, nmae]")
        .contains("did you mean \"nmae\"?");
    assertThatThrownBy(() -> source.read(spark)).hasMessageContaining("nmae");
  }

  @Test
  void aFurtherColumnOfTheHeaderIsAProblemOnlyIfColumnsMustBeExact() throws IOException {
    CsvFiles<Item> source =
        Files.csv(Item.class, write("a.csv", "id,name,extra\n1,a,x\n")).header();

    assertThat(source.check(spark)).isEmpty();
    assertThat(source.exactColumns().check(spark))
        .singleElement()
        .asString()
        .contains("the header has columns that Item has not: [extra]");
  }

  @Test
  void aFurtherColumnOfAFileIsAProblemOnlyIfColumnsMustBeExact() {
    record Id(long id) {}
    FormatFiles<Id> source = Files.parquet(Id.class, dir + "/wide");
    Files.parquet(Wide.class, dir + "/wide")
        .overwrite()
        .write(RecordRows.dataset(spark, List.of(new Wide(1, 2)), Wide.class).toDF());

    assertThat(source.check(spark)).isEmpty();
    assertThat(source.exactColumns().check(spark))
        .singleElement()
        .asString()
        .contains("column \"size\" (BIGINT) is in the data but not in record Id");
  }

  @Test
  void directoriesAreColumnsOfTheRecordsTypes() throws IOException {
    write("in/month=01/day=2024-01-05/a.csv", "name,id\na,1\n");
    write("in/month=02/day=2024-02-05/a.csv", "id,name\n2,b\n");
    write("json/month=01/day=2024-01-05/a.json", "{\"id\":1,\"name\":\"a\"}\n");

    assertThat(rows(Files.csv(Dated.class, dir + "/in").header()))
        .containsExactlyInAnyOrder(
            new Dated(1, "a", "01", LocalDate.of(2024, 1, 5)),
            new Dated(2, "b", "02", LocalDate.of(2024, 2, 5)));
    assertThat(rows(Files.json(Dated.class, dir + "/json")))
        .containsExactly(new Dated(1, "a", "01", LocalDate.of(2024, 1, 5)));
  }

  @Test
  void severalPathsPatternsAndDepthsAreRead() throws IOException {
    write("a/1.txt", "one\n");
    write("b/deep/2.txt", "two\n");
    write("b/deep/3.log", "three\n");

    assertThat(rows(Files.text(Line.class, dir + "/a", dir + "/b").recursive().named("*.txt")))
        .containsExactlyInAnyOrder(new Line("one"), new Line("two"));
    assertThat(rows(Files.text(Line.class, dir + "/{a,b/deep}/[13].*")))
        .containsExactlyInAnyOrder(new Line("one"), new Line("three"));
  }

  @Test
  void aMissingPathIsNamedWithItsNeighbour() throws IOException {
    write("orders/a.csv", "");

    assertThat(Files.csv(Item.class, dir + "/ordres").check(spark))
        .containsExactly(
            "csv %1$s/ordres: there is nothing at %1$s/ordres; did you mean %1$s/orders?"
                .formatted(dir));
  }

  @Test
  void aNarrowerTypeIsWidenedAndAWiderOneRefused() {
    String path = dir + "/sizes";
    Files.parquet(Narrow.class, path)
        .overwrite()
        .write(RecordRows.dataset(spark, List.of(new Narrow(1, 2)), Narrow.class).toDF());

    assertThat(rows(Files.parquet(Wide.class, path))).containsExactly(new Wide(1, 2));
    record Tight(int id, int size) {}
    assertThat(Files.parquet(Tight.class, path).check(spark))
        .singleElement()
        .asString()
        .contains("column \"size\" is BIGINT in the data");
  }

  @Test
  void aParquetScanIsPushedDownAndPruned() {
    String path = dir + "/pure";
    Files.parquet(Narrow.class, path)
        .overwrite()
        .write(RecordRows.dataset(spark, List.of(new Narrow(1, 2)), Narrow.class).toDF());

    String plan =
        Files.parquet(Narrow.class, path)
            .read(spark)
            .filter("size > 1")
            .select("size")
            .queryExecution()
            .executedPlan()
            .toString();

    assertThat(plan)
        .contains("PushedFilters: [IsNotNull(size), GreaterThan(size,1)]")
        .contains("ReadSchema: struct<size:bigint>");
  }

  @Test
  void whatCsvCannotHoldIsRefusedAtOnce() {
    record Sizes(List<Integer> sizes) {}
    assertThatThrownBy(() -> Files.csv(Sizes.class, "/x"))
        .hasMessageContaining("csv: Sizes.sizes is java.util.List<java.lang.Integer>");
  }

  @Test
  void secretsInAPathAreNotShown() {
    assertThat(Files.parquet(Item.class, "s3a://key:secret@bucket/x").description())
        .isEqualTo("parquet s3a://bucket/x");
  }
}
