package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts become dates and times only if they are whole ones. */
@SparkTest
class WrittenTimesTest {

  record Text(String text) {}

  record Times(LocalDate date, Instant timestamp, LocalDateTime dateTime) {}

  record Day(LocalDate day, Integer days) {}

  record Later(LocalDate day) {}

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  private Stage<Times> times(String text) {
    return kit.rows(Text.class, new Text(text))
        .select(row(Times::new).of(
            col(Text::text).tryToDate(),
            col(Text::text).tryToTimestamp(),
            col(Text::text).tryToDateTime()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "12:00",
          "T12:00",
          "2024",
          "2024-05",
          "19000",
          "2024-05-01 25:00",
          "2024-05-01T",
          "2024-05-01 and more",
          "2024-05-01 12",
          "2024-13-01",
          "2024-02-30",
          "1714564800000",
          "2024/05/01",
          "01.05.2024",
          "",
          " "
      })
  void whatIsNoWholeDateOrTimeIsNull(String text) {
    assertThat(times(text)).hasRows(new Times(null, null, null));
  }

  @Test
  void aDateIsADateAndItsMidnight() {
    assertThat(
        times("2024-05-01")
            .select(row(Times::new).of(
                col(Times::date),
                col(Times::timestamp).minus(java.time.Duration.ZERO),
                col(Times::dateTime))))
        .hasRows(
            new Times(
                LocalDate.of(2024, 5, 1),
                midnight(LocalDate.of(2024, 5, 1)),
                LocalDateTime.of(2024, 5, 1, 0, 0)));
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(
        java.time.ZoneId.of(kit.spark().conf().get("spark.sql.session.timeZone")))
        .toInstant();
  }

  @Test
  void aTimeMayNameItsZoneAndIsThenNoLocalTime() {
    assertThat(times("2024-05-01T12:30:15.123456+02:00"))
        .hasRows(new Times(null, Instant.parse("2024-05-01T10:30:15.123456Z"), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12:00", "2024", "2024-05-01 25:00"})
  void theStrictOnesFailAndNameTheText(String text) {
    Stage<Later> strict =
        kit.rows(Text.class, new Text(text)).select(row(Later::new).of(col(Text::text).toDate()));

    assertThatThrownBy(() -> strict.toDataset(kit.spark()).collectAsList())
        .hasStackTraceContaining("'" + text + "' is not a date, written 2024-12-31");
  }

  @Test
  void theStrictOnesLeaveNullAlone() {
    assertThat(
        kit.rows(Text.class, new Text(null))
            .select(row(Later::new).of(col(Text::text).toDate())))
        .hasRows(new Later(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yyyy-mm-dd", "YYYY-MM-dd", "yyyy-MM-DD", "yyyy-MM-dd hh:mm"})
  void lettersThatAreMistakenForOthersAreRefusedAtOnce(String pattern) {
    assertThatThrownBy(() -> col(Text::text).toDate(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not read what it seems to");
    assertThatThrownBy(() -> col(Text::text).toTimestamp(pattern))
        .hasMessageContaining("does not read what it seems to");
    assertThatThrownBy(() -> col(Day::day).format(pattern))
        .hasMessageContaining("does not read what it seems to");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE})
  void daysBeyondTheCalendarAreAnError(int days) {
    Stage<Day> rows = kit.rows(Day.class, new Day(LocalDate.of(2024, 5, 1), days));
    LocalDate before1970 = LocalDate.of(1960, 1, 1);
    Stage<Day> early = kit.rows(Day.class, new Day(before1970, days));

    assertThatThrownBy(
        () -> (days > 0 ? rows : early)
            .select(row(Later::new).of(col(Day::day).plusDays(days)))
            .toDataset(kit.spark())
            .collectAsList())
        .hasStackTraceContaining("OVERFLOW");
    assertThatThrownBy(
        () -> (days > 0 ? rows : early)
            .select(row(Later::new).of(col(Day::day).plusDays(col(Day::days))))
            .toDataset(kit.spark())
            .collectAsList())
        .hasStackTraceContaining("OVERFLOW");
  }
}
