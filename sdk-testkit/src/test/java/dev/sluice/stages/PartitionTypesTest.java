package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.io.file.Files;
import dev.sluice.io.file.FormatFiles;
import dev.sluice.io.table.Tables;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column that is a directory has the type of its component, whatever its values look like. */
@SparkTest
class PartitionTypesTest {

  enum Color {
    RED,
    BLUE
  }

  record Coded(int id, String code) {}

  record Everything(
      int id,
      boolean flag,
      byte tiny,
      short small,
      long big,
      float single,
      double number,
      @Precision(value = 10, scale = 2) BigDecimal amount,
      Color color,
      LocalDate day,
      LocalDateTime local,
      Instant at) {}

  record Event(int id, Instant at) {}

  private static final String[] DIRECTORIES = {
      "flag", "tiny", "small", "big", "single", "number", "amount", "color", "day", "local", "at"
  };

  private SparkKit kit;
  private SparkSession spark;
  private String zone;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    spark = kit.spark();
    zone = spark.conf().get("spark.sql.session.timeZone");
  }

  @AfterEach
  void putsTheZoneBack() {
    spark.conf().set("spark.sql.session.timeZone", zone);
  }

  private void inZone(String other) {
    spark.conf().set("spark.sql.session.timeZone", other);
  }

  private Dataset<Row> rows(Class<? extends Record> type, Record... records) {
    return dev.sluice.spark.rows.RecordRows.dataset(spark, java.util.List.of(records), type);
  }

  private <T extends Record> FormatFiles<T> files(String format, Class<T> type) {
    return format.equals("orc")
        ? Files.orc(type, kit.path("files"))
        : Files.parquet(type, kit.path("files"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void aTextKeepsItsZeros(String format) {
    FormatFiles<Coded> files = files(format, Coded.class);
    files.overwrite().partitionBy("code").write(rows(Coded.class, new Coded(1, "01")));

    assertThat(files.check(spark)).isEmpty();
    assertThat(kit.source(files)).hasRows(new Coded(1, "01"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void valuesOfEveryTypeComeBack(String format) {
    Everything value =
        new Everything(
            1,
            true,
            (byte) -7,
            (short) 300,
            1L << 40,
            1.5f,
            0.1,
            new BigDecimal("12.50"),
            Color.BLUE,
            LocalDate.of(2024, 2, 29),
            LocalDateTime.of(2024, 10, 27, 2, 30, 0, 123_456_000),
            Instant.parse("2024-10-27T00:30:00.123456Z"));
    FormatFiles<Everything> files = files(format, Everything.class);
    files.overwrite().partitionBy(DIRECTORIES).write(rows(Everything.class, value));

    assertThat(files.check(spark)).isEmpty();
    assertThat(kit.source(files)).hasRows(value);
  }

  @Test
  void aDirectoryThatIsNoValueOfTheTypeIsFoundBeforeTheRun() {
    record Numbered(int id, int code) {}
    files("parquet", Coded.class)
        .overwrite()
        .partitionBy("code")
        .write(rows(Coded.class, new Coded(1, "x")));

    assertThat(files("parquet", Numbered.class).check(spark))
        .singleElement()
        .asString()
        .contains("x", "code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc"})
  void instantsOfTheHourThatAClockShowsTwiceAreTwoDirectoriesThatEveryZoneReads(String format) {
    Event first = new Event(1, Instant.parse("2024-10-27T00:30:00Z"));
    Event second = new Event(2, Instant.parse("2024-10-27T01:30:00.000001Z"));
    FormatFiles<Event> files = files(format, Event.class);
    inZone("Europe/Berlin");
    files.overwrite().partitionBy(Event::at).write(rows(Event.class, first, second));
    inZone("America/New_York");

    assertThat(kit.directory().resolve("files"))
        .isDirectoryContaining("glob:**at=2024-10-27 00%3A30%3A00Z");
    assertThat(kit.source(files)).hasRows(first, second);
  }

  @Test
  void instantsAsDirectoriesOfJsonAreReadInEveryZone() {
    Event event = new Event(1, Instant.parse("2024-10-27T01:30:00Z"));
    inZone("Europe/Berlin");
    Files.json(Event.class, kit.path("json"))
        .overwrite()
        .partitionBy(Event::at)
        .write(rows(Event.class, event));
    inZone("America/New_York");

    assertThat(kit.source(Files.json(Event.class, kit.path("json")))).hasRows(event);
  }

  @Test
  void aTableIsNotPartitionedByAnInstant() {
    assertThatThrownBy(() -> Tables.table(Event.class, "events").append().partitionBy(Event::at))
        .hasMessageContaining("partitionBy: Event.at is an Instant")
        .hasMessageContaining("LocalDate");
  }
}
