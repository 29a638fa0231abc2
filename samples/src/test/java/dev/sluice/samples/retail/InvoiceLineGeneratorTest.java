package dev.sluice.samples.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.samples.retail.model.InvoiceLine;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SparkTest
class InvoiceLineGeneratorTest {
  private static final long ROWS = 100_000;

  private final SparkKit kit;
  private final Dataset<Row> lines;

  InvoiceLineGeneratorTest(SparkKit kit) {
    this.kit = kit;
    this.lines =
        kit.spark()
            .read()
            .option("header", true)
            .option("escape", "\"")
            .option("mode", "FAILFAST")
            .schema(
                "InvoiceNo STRING, StockCode STRING, Description STRING, Quantity INT,"
                    + " InvoiceDate TIMESTAMP_NTZ, UnitPrice DOUBLE, CustomerID DOUBLE,"
                    + " Country STRING")
            .csv(kit.path("lines"));
  }

  @BeforeAll
  static void writesTheFiles(SparkKit kit) {
    new InvoiceLineGenerator(ROWS, 7).write(kit.spark(), kit.path("lines"));
  }

  @Test
  void writesTheFileFormatOfTheOriginal() throws IOException {
    String header =
        String.join(
            ",",
            RecordType.of(InvoiceLine.class).components().stream()
                .map(RecordComponentType::column)
                .toList());
    String line =
        "C?\\d{6},\\d{5},(\".*\"|[^\",]*),-?\\d+,\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:00,"
            + "\\d+\\.\\d+,(\\d{5}\\.0)?,[A-Z][A-Za-z ]+";

    try (Stream<Path> files = Files.list(kit.directory().resolve("lines"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".csv")))
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(Files.readAllLines(file))
                  .startsWith(header)
                  .filteredOn(text -> !text.equals(header))
                  .allMatch(text -> text.matches(line)));
    }
  }

  @Test
  void readsBackWhatItWrote() {
    Dataset<Row> generated = new InvoiceLineGenerator(ROWS, 7).lines(kit.spark());

    assertThat(lines.exceptAll(generated).isEmpty()).isTrue();
    assertThat(lines.count()).isEqualTo(generated.count());
  }

  @Test
  void givesTheSameLinesWhateverTheParallelismAndTimeZone() {
    SparkSession elsewhere = kit.spark().newSession();
    elsewhere.conf().set("spark.sql.leafNodeDefaultParallelism", 5);
    elsewhere.conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
    String copy = kit.path("copy");
    new InvoiceLineGenerator(ROWS, 7).lines(elsewhere).write().parquet(copy);

    assertThat(kit.spark().read().parquet(copy).exceptAll(lines).isEmpty()).isTrue();
  }

  @Test
  void isAsDirtyAsTheOriginal() {
    assertThat(share("CustomerID IS NULL")).isCloseTo(0.25, within(0.02));
    assertThat(share("InvoiceNo LIKE 'C%'")).isCloseTo(0.017, within(0.005));
    assertThat(share("UnitPrice = 0")).isCloseTo(0.0045, within(0.001));
    assertThat(share("Quantity < 0 AND InvoiceNo NOT LIKE 'C%'")).isCloseTo(0.0025, within(0.001));
    assertThat(share("Description <> trim(Description)")).isCloseTo(0.2, within(0.05));
    assertThat(lines.count() - lines.distinct().count()).isCloseTo(ROWS / 100, within(150L));
  }

  @Test
  void cancelsWithNegativeQuantitiesOnly() {
    assertThat(lines.where("InvoiceNo LIKE 'C%' AND Quantity >= 0").isEmpty()).isTrue();
  }

  private double share(String condition) {
    return (double) lines.where(condition).count() / lines.count();
  }
}
