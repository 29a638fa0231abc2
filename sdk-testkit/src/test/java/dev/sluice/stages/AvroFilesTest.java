package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.Pipeline;
import dev.sluice.io.file.Compression;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.ColumnName;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Avro files by Spark's own module. */
@SparkTest
@Tag("smoke")
class AvroFilesTest {

  private final SparkKit kit;

  AvroFilesTest(SparkKit kit) {
    this.kit = kit;
  }

  @Test
  void everyValueComesBackInASessionOfAnotherZone(SparkKit test) {
    var files = Files.avro(LawRecords.Common.class, test.path("common"));
    List<LawRecords.Common> rows = HostileRows.of(LawRecords.Common.class, 60, 1);
    assertThat(files.overwrite().check(kit.spark())).isEmpty();
    kit.spark().conf().set("spark.sql.session.timeZone", "Europe/Berlin");
    files.overwrite().write(kit.rows(LawRecords.Common.class, rows).toDataset(kit.spark()).toDF());
    kit.spark().conf().set("spark.sql.session.timeZone", "Asia/Kathmandu");

    assertThat(kit.source(files).collect(kit.spark()).stream().map(ExactText::of))
        .containsExactlyInAnyOrderElementsOf(rows.stream().map(ExactText::of).toList());
  }

  @Test
  void rowsAreAddedAndPartitionsReplaced(SparkKit test) {
    record Sale(LocalDate day, String product, double amount) {}
    LocalDate monday = LocalDate.of(2026, 3, 30);
    var files = Files.avro(Sale.class, test.path("sales"));
    var sink = files.overwrite().partitionBy(Sale::day).compression(Compression.ZSTD);
    for (var write : List.of(
        List.of(new Sale(monday, "pen", 1), new Sale(monday.plusDays(1), "ink", 2)),
        List.of(new Sale(monday, "cup", 3)))) {
      Pipeline pipeline = Pipeline.named("sales");
      pipeline.source("sales", InMemory.rows(Sale.class, write)).sink("files", sink);
      pipeline.run(kit.spark());
    }
    files.append().partitionBy(Sale::day)
        .write(kit.rows(Sale.class, new Sale(monday, "bag", 4)).toDataset(kit.spark()).toDF());

    assertThat(kit.source(files))
        .hasRows(
            new Sale(monday, "cup", 3),
            new Sale(monday, "bag", 4),
            new Sale(monday.plusDays(1), "ink", 2));
  }

  @Test
  void whatAvroCannotHoldIsRefusedBefore(SparkKit test) {
    record Within(@ColumnName("a-b") int value) {}
    record Unheld(
        byte tiny, List<Short> small, Duration took, Map<Integer, String> names, Within within) {}

    assertThat(Files.avro(Unheld.class, test.path("unheld")).overwrite().check(kit.spark()))
        .hasSize(5)
        .anyMatch(problem -> problem.contains("Unheld.tiny is a byte, of which Avro makes an int"))
        .anyMatch(problem -> problem.contains("Unheld.small is a short"))
        .anyMatch(problem -> problem.contains("Unheld.took is a Duration"))
        .anyMatch(problem -> problem.contains("Unheld.names is a map whose keys are no texts"))
        .anyMatch(problem -> problem.contains("the column \"a-b\" of Within.value has a sign"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Files.avro(Within.class, "x").overwrite().compression(Compression.GZIP))
        .withMessageContaining("take SNAPPY, ZSTD, DEFLATE or BZIP2");
  }

  @Test
  void theRealSchemaIsLookedAt(SparkKit test) {
    record Written(int id, String name) {}
    record Other(int id, LocalDate name, long more) {}
    String path = test.path("files");
    Files.avro(Written.class, path).overwrite()
        .write(kit.rows(Written.class, new Written(1, "a")).toDataset(kit.spark()).toDF());

    assertThat(Files.avro(Other.class, path).check(kit.spark()))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("column \"name\" is STRING in the data"))
        .anyMatch(problem -> problem.contains("column \"more\" (BIGINT)"));
  }
}
