package dev.sluice.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.spark.RecordRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSinkTest {

  record Sale(int day, long id, String name) {}

  private static final Sale FIRST = new Sale(1, 1, "a");
  private static final Sale SECOND = new Sale(2, 2, "b, \"c\" \\");
  private static final Sale THIRD = new Sale(2, 3, null);

  private final SparkSession spark = IoSpark.session();
  @TempDir Path dir;
  private FormatFiles<Sale> files;

  @BeforeEach
  void setUp() {
    files = Files.parquet(Sale.class, dir + "/sales");
  }

  private Dataset<Row> rows(Sale... sales) {
    return RecordRows.dataset(spark, List.of(sales), Sale.class).toDF();
  }

  private List<Sale> stored() {
    return RecordRows.collect(spark.read().parquet(dir + "/sales"), Sale.class);
  }

  private List<String> names(Path directory) throws IOException {
    try (Stream<Path> all = java.nio.file.Files.list(directory)) {
      return all.map(p -> p.getFileName().toString()).toList();
    }
  }

  @Test
  void appendAdds() {
    files.append().write(rows(FIRST));
    files.append().write(rows(SECOND));

    assertThat(stored()).containsExactlyInAnyOrder(FIRST, SECOND);
  }

  @Test
  void overwriteReplacesAndLeavesNothingBeside() throws IOException {
    files.overwrite().write(rows(FIRST));
    files.overwrite().write(rows(SECOND));

    assertThat(stored()).containsExactly(SECOND);
    assertThat(names(dir)).containsExactly("sales");
  }

  @Test
  void overwriteOfPartitionsReplacesOnlyThoseItBrings() throws IOException {
    files.overwrite().partitionBy(Sale::day).write(rows(FIRST, SECOND));
    files.overwrite().partitionBy(Sale::day).write(rows(THIRD));

    assertThat(stored()).containsExactlyInAnyOrder(FIRST, THIRD);
    assertThat(names(dir)).containsExactly("sales");
  }

  @Test
  void overwriteAllReplacesPartitionsItDoesNotBring() {
    files.overwrite().partitionBy(Sale::day).write(rows(FIRST, SECOND));
    files.overwriteAll().partitionBy(Sale::day).write(rows(THIRD));

    assertThat(stored()).containsExactly(THIRD);
  }

  @Test
  void ignoreWritesOnlyTheFirstTime() {
    assertThat(files.ignoreIfExists().write(rows(FIRST)).skipped()).isFalse();
    assertThat(files.ignoreIfExists().write(rows(SECOND)).skipped()).isTrue();

    assertThat(stored()).containsExactly(FIRST);
  }

  @Test
  void errorIfExistsIsFoundBeforeAndDuringTheRun() {
    files.errorIfExists().write(rows(FIRST));

    assertThat(files.errorIfExists().check(spark)).singleElement().asString().contains("already");
    assertThatThrownBy(() -> files.errorIfExists().write(rows(SECOND)))
        .hasMessageContaining("there is something at");
  }

  @Test
  void aWriteThatFailsLeavesTheOldAndNothingBeside() throws IOException {
    files.overwrite().write(rows(FIRST));
    Dataset<Row> failing = rows(SECOND).selectExpr("day", "id", "raise_error('no') as name");

    assertThatThrownBy(() -> files.overwrite().write(failing)).hasStackTraceContaining("no");

    assertThat(stored()).containsExactly(FIRST);
    assertThat(names(dir)).containsExactly("sales");
  }

  @Test
  void evenRowsReadFromTheTargetSurviveItsOverwrite() {
    files.overwrite().write(rows(FIRST, SECOND));
    files.overwrite().write(files.read(spark).filter("day = 2"));

    assertThat(stored()).containsExactly(SECOND);
  }

  @Test
  void aLinkedTargetStaysALink() throws IOException {
    Path real = java.nio.file.Files.createDirectories(dir.resolve("disk/real"));
    java.nio.file.Files.createSymbolicLink(dir.resolve("sales"), real);

    files.overwrite().write(rows(FIRST));

    assertThat(dir.resolve("sales")).isSymbolicLink();
    assertThat(stored()).containsExactly(FIRST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "orc"})
  void eachFormatGivesBackWhatWasWritten(String format) {
    String path = dir + "/" + format;
    FileSource<Sale, ?> source =
        switch (format) {
          case "csv" -> Files.csv(Sale.class, path).header();
          case "json" -> Files.json(Sale.class, path);
          default -> Files.orc(Sale.class, path);
        };

    source.overwrite().partitionBy(Sale::day).write(rows(FIRST, SECOND, THIRD));

    Dataset<Row> read = source.read(spark);
    if (source.capabilities().contains(SourceCapability.PARSES)) {
      assertThat(read.filter(Source.MALFORMED + " is not null").isEmpty()).isTrue();
    }
    assertThat(RecordRows.collect(read, Sale.class))
        .containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
  }

  @Test
  void filesAreCompressedAndDivided() throws IOException {
    FileSink<Sale> sink =
        Files.csv(Sale.class, dir + "/zip")
            .overwrite()
            .compression(Compression.GZIP)
            .maxRecordsPerFile(1);

    sink.write(rows(FIRST, SECOND, THIRD).coalesce(1));

    assertThat(names(dir.resolve("zip"))).filteredOn(n -> n.endsWith(".csv.gz")).hasSize(3);
  }

  @Test
  void onlyColumnarFilesThatHoldExactlyTheRowsAreReadBack() {
    assertThat(files.overwrite().readBack()).isPresent();
    assertThat(files.overwriteAll().partitionBy(Sale::day).readBack()).isPresent();
    assertThat(files.overwrite().partitionBy(Sale::day).readBack()).isEmpty();
    assertThat(files.overwriteAll().partitionBy(Sale::name).readBack()).isEmpty();
    assertThat(files.append().readBack()).isEmpty();
    assertThat(Files.json(Sale.class, dir + "/x").overwrite().readBack()).isEmpty();
  }

  @Test
  void aSinkNeedsOnePathWithoutAPattern() {
    assertThatThrownBy(() -> Files.parquet(Sale.class, dir + "/*").overwrite())
        .hasMessageContaining("one path without a pattern");
    assertThatThrownBy(() -> Files.parquet(Sale.class, "/a", "/b").append())
        .hasMessageContaining("one path without a pattern");
  }

  @Test
  void partitionsByNamesFromAConfigurationAreCheckedAtOnce() {
    assertThatThrownBy(() -> files.overwrite().partitionBy("dya"))
        .hasMessageContaining("Sale has no component dya; did you mean day?");
    assertThatThrownBy(() -> files.overwrite().partitionBy("day", "id", "name"))
        .hasMessageContaining("none is left for the files");
  }
}
