package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.io.file.CsvFiles;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is a value as it is written, or the row is malformed. */
@SparkTest
class CsvValuesTest {

  record Price(int id, @Precision(value = 10, scale = 2) BigDecimal value) {}

  record Ratio(int id, Double value) {}

  record Share(int id, Float value) {}

  record Day(int id, LocalDate value) {}

  record Moment(int id, Instant value) {}

  record Local(int id, LocalDateTime value) {}

  record Word(int id, String value) {}

  record Count(int id, Integer value) {}

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  /** One row for each text, numbered from 1; texts are quoted where it must be. */
  private <T extends Record> CsvFiles<T> csv(Class<T> type, List<String> texts) {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      file.append(i + 1).append(";").append(texts.get(i)).append("\n");
    }
    return Files.csv(type, kit.file(type.getSimpleName() + ".csv", file.toString())).separator(";");
  }

  private <T extends Record> void rejectsAll(Class<T> type, String... texts) {
    for (CsvFiles<T> files : List.of(csv(type, List.of(texts)),
        csv(type, List.of(texts)).multiLine())) {
      assertThat(kit.source(files).collect(kit.spark())).isEmpty();
      assertThat(kit.source(files).rejected().collect(kit.spark()))
          .extracting(Rejected::row)
          .hasSize(texts.length);
    }
  }

  @Test
  void aDecimalIsNeverAnotherNumber() {
    rejectsAll(
        Price.class,
        "12,5",
        "1.234,56",
        ",5,",
        "1,234.56",
        "1.239",
        "0.001",
        "123456789.00",
        "99999999999",
        " 1",
        "1 ",
        "1e-3",
        "1E9",
        "1.5.5",
        "0x10",
        "1f",
        "--1",
        "$5",
        "5%",
        ".",
        "e5",
        "NaN",
        "Infinity");
  }

  @Test
  void aDecimalThatFitsIsExact() {
    List<String> texts =
        List.of(
            "12.5",
            "-0.01",
            "+3",
            "1.2300",
            "12345678.90",
            "1E2",
            "1.25E1",
            "0E-18",
            ".5",
            "",
            "\"7\"",
            "\"\"",
            "007");

    assertThat(kit.source(csv(Price.class, texts)))
        .rejectsNothing()
        .hasRows(
            new Price(1, new BigDecimal("12.50")),
            new Price(2, new BigDecimal("-0.01")),
            new Price(3, new BigDecimal("3.00")),
            new Price(4, new BigDecimal("1.23")),
            new Price(5, new BigDecimal("12345678.90")),
            new Price(6, new BigDecimal("100.00")),
            new Price(7, new BigDecimal("12.50")),
            new Price(8, new BigDecimal("0.00")),
            new Price(9, new BigDecimal("0.50")),
            new Price(10, null),
            new Price(11, new BigDecimal("7.00")),
            new Price(12, null),
            new Price(13, new BigDecimal("7.00")));
  }

  @Test
  void aDoubleIsNeverInfiniteByItsSize() {
    rejectsAll(
        Ratio.class,
        "1e400",
        "-1e400",
        "1" + "0".repeat(309),
        "12,5",
        "1d",
        "1f",
        "0x1p3",
        " 1",
        "1 ",
        "information",
        "infinit",
        "1e",
        "in f",
        "nan1");
  }

  @Test
  void aFloatIsNeverInfiniteByItsSize() {
    rejectsAll(Share.class, "1e39", "-1e39", "1" + "0".repeat(39), "1,5", "2f");
  }

  @Test
  void infinityIsWrittenOut() {
    assertThat(
        kit.source(
            csv(Ratio.class, List.of("Inf", "-Infinity", "NaN", "1.5e3", "-0.0", "\"\""))))
        .rejectsNothing()
        .hasRows(
            new Ratio(1, Double.POSITIVE_INFINITY),
            new Ratio(2, Double.NEGATIVE_INFINITY),
            new Ratio(3, Double.NaN),
            new Ratio(4, 1500.0),
            new Ratio(5, -0.0),
            new Ratio(6, null));
  }

  @Test
  void aDateIsAWholeDate() {
    rejectsAll(
        Day.class,
        "2024",
        "2024-05",
        "19000",
        "12:00",
        "2024-02-30",
        "2024-05-01 25:00",
        "2024-05-01T10:00",
        "today",
        "now",
        "epoch",
        "01.05.2024",
        "2024/05/01",
        "24-05-01",
        "20240-05-01",
        " 2024-05-01");
  }

  @Test
  void aTimestampIsADayAndATime() {
    rejectsAll(
        Moment.class,
        "12:00",
        "T12:00",
        "2024",
        "2024-05",
        "19000",
        "1714557600000",
        "1714557600",
        "2024-05-01 25:00",
        "2024-05-01 10",
        "2024-05-01T10:00:00.1234567Z",
        "2024-05-01 10:00 PM",
        "2024-05-01 10:00 AST",
        "now",
        "2024-02-30 10:00");
  }

  @Test
  void aTimestampOfNoZoneHasNone() {
    rejectsAll(
        Local.class,
        "12:00",
        "2024",
        "2024-05",
        "1714557600000",
        "2024-05-01T10:00Z",
        "2024-05-01T10:00:00+02:00");
  }

  @Test
  void whatIsATimestampIsKeptToTheMicrosecond() {
    assertThat(
        kit.source(
            csv(
                Moment.class,
                List.of(
                    "2024-05-01T10:00:00Z",
                    "2024-05-01 10:00:00.123456 UTC",
                    "2024-05-01T10:00+02:00",
                    "2024-05-01T10:00:00.100000000Z",
                    "2024-05-01 9:05 Europe/Berlin"))))
        .rejectsNothing()
        .hasRows(
            new Moment(1, Instant.parse("2024-05-01T10:00:00Z")),
            new Moment(2, Instant.parse("2024-05-01T10:00:00.123456Z")),
            new Moment(3, Instant.parse("2024-05-01T08:00:00Z")),
            new Moment(4, Instant.parse("2024-05-01T10:00:00.1Z")),
            new Moment(5, Instant.parse("2024-05-01T07:05:00Z")));
  }

  @Test
  void aZoneOfTheOptionsIsThatOfTextsWithoutOne() {
    assertThat(
        kit.source(
            csv(Moment.class, List.of("2024-05-01T10:00", "2024-05-01", "2024-05-01T10:00Z"))
                .option("timezone", "Asia/Tokyo")))
        .rejectsNothing()
        .hasRows(
            new Moment(1, Instant.parse("2024-05-01T01:00:00Z")),
            new Moment(2, Instant.parse("2024-04-30T15:00:00Z")),
            new Moment(3, Instant.parse("2024-05-01T10:00:00Z")));
  }

  @Test
  void aPatternIsAlsoThatOfTimestampsWithoutAZone() {
    assertThat(
        kit.source(
            csv(Local.class, List.of("01.05.2024 10:30", "2024-05-01T10:30"))
                .timestampFormat("dd.MM.yyyy HH:mm")))
        .hasRows(new Local(1, LocalDateTime.of(2024, 5, 1, 10, 30)))
        .rejectsText("2;2024-05-01T10:30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yyyy-mm-dd", "dd/mm/yyyy", "YYYY-MM-dd", "yyyy-MM-DD"})
  void aDatePatternWithAUsualSlipIsRefused(String pattern) {
    assertThatThrownBy(() -> csv(Day.class, List.of("x")).dateFormat(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(pattern);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yyyy-mm-dd HH:mm", "yyyy-MM-dd hh:mm", "YYYY-MM-dd HH:mm"})
  void aTimestampPatternWithAUsualSlipIsRefused(String pattern) {
    assertThatThrownBy(() -> csv(Moment.class, List.of("x")).timestampFormat(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(pattern);
  }

  @Test
  void quotedAndEmptyIsATextOrNull() {
    assertThat(kit.source(csv(Word.class, List.of("", "\"\"", "\" \"", " "))))
        .rejectsNothing()
        .hasRows(new Word(1, null), new Word(2, ""), new Word(3, " "), new Word(4, " "));
    assertThat(kit.source(csv(Count.class, List.of("", "\"\"", "\"7\""))))
        .rejectsNothing()
        .hasRows(new Count(1, null), new Count(2, null), new Count(3, 7));
    assertThat(kit.source(csv(Word.class, List.of("", "\"\"")).nullValue("")))
        .hasRows(new Word(1, null), new Word(2, null));
  }
}
