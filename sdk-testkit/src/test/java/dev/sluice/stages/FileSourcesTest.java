package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.io.file.CsvFiles;
import dev.sluice.io.file.Files;
import dev.sluice.io.file.FormatFiles;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SparkTest
class FileSourcesTest {

  record Item(int id, String name) {}

  record Dated(int id, String name, String month, LocalDate day) {}

  record Narrow(int id, long size) {}

  record Wide(long id, long size) {}

  record Line(String text) {}

  private SparkKit kit;
  private SparkSession spark;
  private Path dir;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    spark = kit.spark();
    dir = kit.directory();
  }

  @Test
  void aHeaderMapsValuesByNameInEachFileApart() {
    kit.file("in/a.csv", "id,name\n1,a\n");
    kit.file("in/b.csv", "\uFEFFNAME , extra, Id\r\nb,x,2\r\n");
    kit.file("in/c d.csv", "\n\"name\",\"id\"\nc,3\n");
    kit.file("in/empty.csv", "");

    assertThat(kit.source(Files.csv(Item.class, kit.path("in")).header()))
        .hasRows(new Item(1, "a"), new Item(2, "b"), new Item(3, "c"));
  }

  @Test
  void aNameThatLooksLikeAGlobIsReadWithAHeaderOfItsOwn() {
    kit.file("in/a[1].csv", "id,name\n1,a\n");
    kit.file("in/b{2}.csv", "name,id\nb,2\n");
    kit.file("in/a1.csv", "id,name,more\n3,c,\n");
    Item[] items = {new Item(1, "a"), new Item(2, "b"), new Item(3, "c")};

    assertThat(kit.source(Files.csv(Item.class, kit.path("in")).header())).hasRows(items);
    assertThat(kit.source(Files.csv(Item.class, kit.path("in")).header().multiLine()))
        .hasRows(items);
  }

  @Test
  void theHeaderOfACompressedFileIsRead() throws IOException {
    Path file = dir.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(java.nio.file.Files.newOutputStream(file))) {
      out.write("name,id\na,1\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(kit.source(Files.csv(Item.class, file.toString()).header()))
        .hasRows(new Item(1, "a"));
  }

  @Test
  void withoutAHeaderValuesGoByPosition() {
    String path = kit.file("a.csv", "1;'a;b'\n2;NA\n");

    assertThat(kit.source(Files.csv(Item.class, path).separator(";").quote('\'').nullValue("NA")))
        .hasRows(new Item(1, "a;b"), new Item(2, null));
  }

  @Test
  void otherEncodingsAreDecoded() throws IOException {
    Path file = dir.resolve("latin.csv");
    java.nio.file.Files.write(file, "id,name\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(
        kit.source(
            Files.csv(Item.class, file.toString())
                .header()
                .encoding(StandardCharsets.ISO_8859_1)))
        .hasRows(new Item(1, "é"));
  }

  @Test
  void aMissingColumnIsFoundBeforeTheRun() {
    String path = kit.file("a.csv", "id,nmae\n1,a\n");
    CsvFiles<Item> source = Files.csv(Item.class, path).header();

    assertThat(source.check(spark))
        .singleElement()
        .asString()
        .contains("column \"name\" of Item.name is not in the header [id, nmae]")
        .contains("did you mean \"nmae\"?");
    assertThatThrownBy(() -> source.read(spark)).hasMessageContaining("nmae");
  }

  @Test
  void aFurtherColumnOfTheHeaderIsAProblemOnlyIfColumnsMustBeExact() {
    CsvFiles<Item> source =
        Files.csv(Item.class, kit.file("a.csv", "id,name,extra\n1,a,x\n")).header();

    assertThat(source.check(spark)).isEmpty();
    assertThat(source.exactColumns().check(spark))
        .singleElement()
        .asString()
        .contains("the header has columns that Item has not: [extra]");
  }

  @Test
  void aFurtherColumnOfAFileIsAProblemOnlyIfColumnsMustBeExact() {
    record Id(long id) {}
    FormatFiles<Id> source = Files.parquet(Id.class, kit.path("wide"));
    Files.parquet(Wide.class, kit.path("wide"))
        .overwrite()
        .write(kit.rows(Wide.class, new Wide(1, 2)).toDataset(spark));

    assertThat(source.check(spark)).isEmpty();
    assertThat(source.exactColumns().check(spark))
        .singleElement()
        .asString()
        .contains("column \"size\" (BIGINT) is in the data but not in record Id");
  }

  @Test
  void directoriesAreColumnsOfTheRecordsTypes() {
    kit.file("in/month=01/day=2024-01-05/a.csv", "name,id\na,1\n");
    kit.file("in/month=02/day=2024-02-05/a.csv", "id,name\n2,b\n");
    kit.file("json/month=01/day=2024-01-05/a.json", "{\"id\":1,\"name\":\"a\"}\n");

    assertThat(kit.source(Files.csv(Dated.class, kit.path("in")).header()))
        .hasRows(
            new Dated(1, "a", "01", LocalDate.of(2024, 1, 5)),
            new Dated(2, "b", "02", LocalDate.of(2024, 2, 5)));
    assertThat(kit.source(Files.json(Dated.class, kit.path("json"))))
        .hasRows(new Dated(1, "a", "01", LocalDate.of(2024, 1, 5)));
  }

  @Test
  void severalPathsPatternsAndDepthsAreRead() {
    kit.file("a/1.txt", "one\n");
    kit.file("b/deep/2.txt", "two\n");
    kit.file("b/deep/3.log", "three\n");

    assertThat(
        kit.source(
            Files.text(Line.class, kit.path("a"), kit.path("b")).recursive().named("*.txt")))
        .hasRows(new Line("one"), new Line("two"));
    assertThat(kit.source(Files.text(Line.class, dir + "/{a,b/deep}/[13].*")))
        .hasRows(new Line("one"), new Line("three"));
  }

  @Test
  void aMissingPathIsNamedWithItsNeighbour() {
    kit.file("orders/a.csv", "");

    assertThat(Files.csv(Item.class, kit.path("ordres")).check(spark))
        .containsExactly(
            "csv %1$s/ordres: there is nothing at %1$s/ordres; did you mean %1$s/orders?"
                .formatted(dir));
  }

  @Test
  void aNarrowerTypeIsWidenedAndAWiderOneRefused() {
    String path = kit.path("sizes");
    Files.parquet(Narrow.class, path)
        .overwrite()
        .write(kit.rows(Narrow.class, new Narrow(1, 2)).toDataset(spark));

    assertThat(kit.source(Files.parquet(Wide.class, path))).hasRows(new Wide(1, 2));
    record Tight(int id, int size) {}
    assertThat(Files.parquet(Tight.class, path).check(spark))
        .singleElement()
        .asString()
        .contains("column \"size\" is BIGINT in the data");
  }

  @Test
  void aParquetScanIsPushedDownAndPruned() {
    String path = kit.path("pure");
    Files.parquet(Narrow.class, path)
        .overwrite()
        .write(kit.rows(Narrow.class, new Narrow(1, 2)).toDataset(spark));

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
