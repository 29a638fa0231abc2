package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.io.file.Compression;
import dev.sluice.io.file.FileSink;
import dev.sluice.io.file.FileSource;
import dev.sluice.io.file.Files;
import dev.sluice.io.file.FormatFiles;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SparkTest
@Tag("smoke")
class FileSinkTest {

  record Sale(int day, long id, String name) {}

  private static final Sale FIRST = new Sale(1, 1, "a");
  private static final Sale SECOND = new Sale(2, 2, "b, \"c\" \\");
  private static final AtomicReference<CountDownLatch> BEGUN = new AtomicReference<>();
  private static final Sale THIRD = new Sale(2, 3, null);

  private SparkKit kit;
  private SparkSession spark;
  private Path dir;
  private FormatFiles<Sale> files;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    spark = kit.spark();
    dir = kit.directory();
    files = Files.parquet(Sale.class, kit.path("sales"));
  }

  private Dataset<Row> rows(Sale... sales) {
    return kit.rows(Sale.class, sales).toDataset(spark);
  }

  /** Read by Spark alone, which knows nothing of workspaces. */
  private Dataset<Row> stored() {
    return spark.read().parquet(kit.path("sales"));
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

    assertThat(stored(), Sale.class).hasRows(FIRST, SECOND);
  }

  @Test
  void overwriteReplacesAndLeavesNothingBeside() throws IOException {
    files.overwrite().write(rows(FIRST));
    files.overwrite().write(rows(SECOND));

    assertThat(stored(), Sale.class).hasRows(SECOND);
    assertThat(names(dir)).containsExactly("sales");
  }

  @Test
  void overwriteOfPartitionsReplacesOnlyThoseItBrings() throws IOException {
    files.overwrite().partitionBy(Sale::day).write(rows(FIRST, SECOND));
    files.overwrite().partitionBy(Sale::day).write(rows(THIRD));

    assertThat(stored(), Sale.class).hasRows(FIRST, THIRD);
    assertThat(names(dir)).containsExactly("sales");
  }

  @Test
  void overwriteAllReplacesPartitionsItDoesNotBring() {
    files.overwrite().partitionBy(Sale::day).write(rows(FIRST, SECOND));
    files.overwriteAll().partitionBy(Sale::day).write(rows(THIRD));

    assertThat(stored(), Sale.class).hasRows(THIRD);
  }

  @Test
  void ignoreWritesOnlyTheFirstTime() {
    assertThat(files.ignoreIfExists().write(rows(FIRST)).skipped()).isFalse();
    assertThat(files.ignoreIfExists().write(rows(SECOND)).skipped()).isTrue();

    assertThat(stored(), Sale.class).hasRows(FIRST);
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

    assertThat(stored(), Sale.class).hasRows(FIRST);
    assertThat(names(dir)).containsExactly("sales");
  }

  @Test
  void evenRowsReadFromTheTargetSurviveItsOverwrite() {
    files.overwrite().write(rows(FIRST, SECOND));
    files.overwrite().write(files.read(spark).filter("day = 2"));

    assertThat(stored(), Sale.class).hasRows(SECOND);
  }

  @Test
  void aLinkedTargetStaysALink() throws IOException {
    Path real = java.nio.file.Files.createDirectories(dir.resolve("disk/real"));
    java.nio.file.Files.createSymbolicLink(dir.resolve("sales"), real);

    files.overwrite().write(rows(FIRST));

    assertThat(dir.resolve("sales")).isSymbolicLink();
    assertThat(stored(), Sale.class).hasRows(FIRST);
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

    assertThat(kit.source(source)).hasRows(FIRST, SECOND, THIRD).rejectsNothing();
  }

  @Test
  void filesAreCompressedAndDivided() throws IOException {
    FileSink<Sale> sink =
        Files.csv(Sale.class, kit.path("zip"))
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
    assertThat(Files.json(Sale.class, kit.path("x")).overwrite().readBack()).isEmpty();
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

  @Test
  void anAppendThatFailsAddsNothing() throws IOException {
    files.append().partitionBy(Sale::day).write(rows(FIRST));
    Dataset<Row> failing =
        rows(FIRST, SECOND)
            .repartition(2)
            .selectExpr("day", "if(day = 2, raise_error('no'), id) as id", "name");

    assertThatThrownBy(() -> files.append().partitionBy(Sale::day).write(failing))
        .hasStackTraceContaining("no");

    assertThat(stored(), Sale.class).hasRows(FIRST);
    assertThat(names(dir)).containsExactly("sales");
    assertThat(names(dir.resolve("sales"))).doesNotContain("_temporary");
  }

  @Test
  void anAppendIntoPartitionsAddsToThem() {
    files.append().partitionBy(Sale::day).write(rows(FIRST, SECOND));
    files.append().partitionBy(Sale::day).write(rows(THIRD));

    assertThat(stored(), Sale.class).hasRows(FIRST, SECOND, THIRD);
  }

  @Test
  void aCancelledWriteLeavesNothing() throws Exception {
    CountDownLatch begun = BEGUN.updateAndGet(old -> new CountDownLatch(1));
    Dataset<Row> slow =
        spark
            .range(0, 4_000, 1, 4)
            .select(
                lit(1).as("day"),
                udf(
                    (UDF1<Long, Long>) id -> {
                      BEGUN.get().countDown();
                      Thread.sleep(5);
                      return id;
                    },
                    DataTypes.LongType)
                    .apply(col("id"))
                    .as("id"),
                lit("a").as("name"));
    FutureTask<Void> write =
        new FutureTask<>(
            () -> {
              files.append().write(slow);
              return null;
            });
    new Thread(write).start();
    begun.await();

    spark.sparkContext().cancelAllJobs();

    assertThatThrownBy(write::get).hasStackTraceContaining("cancelled");
    assertThat(names(dir)).isEmpty();
  }

  @Test
  void aPrivateTargetAndItsPartitionsStayPrivate() throws IOException {
    Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rwx------");
    files.overwrite().partitionBy(Sale::day).write(rows(FIRST));
    java.nio.file.Files.setPosixFilePermissions(dir.resolve("sales/day=1"), ownerOnly);
    files.overwrite().partitionBy(Sale::day).write(rows(FIRST));
    assertThat(java.nio.file.Files.getPosixFilePermissions(dir.resolve("sales/day=1")))
        .isEqualTo(ownerOnly);

    java.nio.file.Files.setPosixFilePermissions(dir.resolve("sales"), ownerOnly);
    files.overwriteAll().write(rows(FIRST));

    assertThat(java.nio.file.Files.getPosixFilePermissions(dir.resolve("sales")))
        .isEqualTo(ownerOnly);
  }

  @Test
  void aLinkToNothingIsFoundBeforeTheRun() throws IOException {
    java.nio.file.Files.createSymbolicLink(dir.resolve("sales"), dir.resolve("gone"));

    assertThat(files.overwrite().check(spark)).singleElement().asString().contains("is a link to");
    assertThatThrownBy(() -> files.overwrite().write(rows(FIRST)))
        .hasMessageContaining("is a link to");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aMountPointIsFoundBeforeTheRun() {
    assertThat(Files.parquet(Sale.class, "/dev/shm").overwrite().check(spark))
        .singleElement()
        .asString()
        .contains("is a mount point", "write to a directory in it");
  }

  @Test
  void aParentThatIsAFileIsFoundBeforeTheRun() throws IOException {
    java.nio.file.Files.writeString(dir.resolve("notes"), "a file");

    assertThat(Files.parquet(Sale.class, dir + "/notes/sales").overwrite().check(spark))
        .singleElement()
        .asString()
        .contains("is not a directory that this process may write to");
  }

  @Test
  void onAnObjectStoreReplacingIsRefusedUnlessDoneInPlace() {
    spark.sparkContext().hadoopConfiguration().set("fs.store.impl", ObjectStore.class.getName());
    FormatFiles<Sale> stored = Files.parquet(Sale.class, "store://" + dir + "/sales");

    stored.errorIfExists().write(rows(FIRST));
    stored.append().write(rows(SECOND));

    assertThat(stored.overwrite().check(spark))
        .singleElement()
        .asString()
        .contains("cannot be replaced safely", "table format", "inPlace()");
    assertThatThrownBy(() -> stored.overwriteAll().write(rows(THIRD)))
        .hasMessageContaining("cannot be replaced safely");
    assertThat(stored(), Sale.class).hasRows(FIRST, SECOND);

    stored.overwrite().inPlace().write(rows(THIRD));
    assertThat(stored(), Sale.class).hasRows(THIRD);
  }

  /** A file system whose scheme promises nothing about renames. */
  public static final class ObjectStore extends RawLocalFileSystem {

    @Override
    public URI getUri() {
      return URI.create("store:///");
    }

    @Override
    public String getScheme() {
      return "store";
    }
  }
}
