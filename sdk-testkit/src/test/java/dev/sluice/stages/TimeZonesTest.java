package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.session;
import static dev.sluice.Dsl.sliding;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowEnd;
import static dev.sluice.Dsl.windowStart;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.plan.TimeWindow;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times around the changes of daylight saving, in sessions of several zones, as in java.time. */
@SparkTest
class TimeZonesTest {

  record Span(int id, Instant at, LocalDateTime local) {}

  record Parts(
      int id,
      String formatted,
      LocalDate date,
      Integer year,
      Integer day,
      Integer hour,
      Integer minute,
      Integer second) {}

  record Cut(int id, Instant at, LocalDateTime local) {}

  record Counted(Instant start, Instant end, long rows) {}

  private SparkKit kit;
  private List<Span> spans;

  @BeforeEach
  void makesTimesAroundChanges(SparkKit kit) {
    this.kit = kit;
    List<Instant> changes =
        Stream.of(
            "2024-03-31T01:00:00Z", // Berlin
            "2024-10-27T01:00:00Z",
            "2024-03-10T07:00:00Z", // New York
            "2024-11-03T06:00:00Z",
            "2024-04-06T15:00:00Z", // Lord Howe, by half an hour
            "2024-10-05T15:30:00Z",
            "1969-12-31T23:59:59.999999Z",
            "1893-03-31T23:00:00Z") // Berlin leaves local mean time
            .map(Instant::parse)
            .toList();
    List<Duration> distances =
        List.of(
            Duration.ofMinutes(-61),
            Duration.ofNanos(-1_000),
            Duration.ZERO,
            Duration.ofMinutes(29),
            Duration.ofHours(15),
            Duration.ofHours(-24),
            Duration.ofDays(200));
    spans = new ArrayList<>();
    for (Instant change : changes) {
      for (Duration distance : distances) {
        for (ZoneId zone : List.of(ZoneId.of("UTC"), ZoneId.of("Europe/Berlin"))) {
          Instant at = change.plus(distance);
          LocalDateTime local = LocalDateTime.ofInstant(change, zone).plus(distance);
          spans.add(new Span(spans.size(), at, local));
        }
      }
    }
  }

  private Stage<Span> in(String zone) {
    kit.spark().conf().set("spark.sql.session.timeZone", zone);
    return kit.rows(Span.class, spans);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "UTC",
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "Asia/Kathmandu"
      })
  void timesAreCutOffAsInJava(String zone) {
    for (ChronoUnit unit : List.of(ChronoUnit.SECONDS, ChronoUnit.MINUTES, ChronoUnit.HOURS,
        ChronoUnit.DAYS)) {
      List<Cut> cut =
          in(zone)
              .select(row(Cut::new).of(
                  col(Span::id),
                  col(Span::at).truncatedTo(unit),
                  col(Span::local).truncatedTo(unit)))
              .collect(kit.spark());
      assertThat(cut)
          .as(unit.toString())
          .containsExactlyInAnyOrderElementsOf(
              spans.stream()
                  .map(
                      s -> new Cut(
                          s.id(),
                          s.at().atZone(ZoneId.of(zone)).truncatedTo(unit).toInstant(),
                          s.local().truncatedTo(unit)))
                  .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
  void aLocalDateTimeHasItsOwnTextAndParts(String zone) {
    DateTimeFormatter pattern = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss.SSSSSS");
    List<Parts> parts =
        in(zone)
            .select(row(Parts::new).of(
                col(Span::id),
                col(Span::local).format("dd.MM.yyyy HH:mm:ss.SSSSSS"),
                col(Span::local).toDate(),
                col(Span::local).year(),
                col(Span::local).dayOfMonth(),
                col(Span::local).hour(),
                col(Span::local).minute(),
                col(Span::local).second()))
            .collect(kit.spark());
    assertThat(parts)
        .containsExactlyInAnyOrderElementsOf(
            spans.stream()
                .map(
                    s -> new Parts(
                        s.id(),
                        s.local().format(pattern),
                        s.local().toLocalDate(),
                        s.local().getYear(),
                        s.local().getDayOfMonth(),
                        s.local().getHour(),
                        s.local().getMinute(),
                        s.local().getSecond()))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"})
  void windowsAreTheSameInEveryZone(String zone) {
    for (TimeWindow window : List.of(
        tumbling(Duration.ofHours(24)),
        tumbling(Duration.ofMinutes(90)),
        sliding(Duration.ofHours(48), Duration.ofHours(24)),
        session(Duration.ofHours(25)))) {
      assertThat(counted(zone, window))
          .as(window.toString())
          .containsExactlyInAnyOrderElementsOf(counted("UTC", window));
    }
  }

  private List<Counted> counted(String zone, TimeWindow window) {
    return in(zone)
        .eventTime(Span::at, Duration.ZERO)
        .window(window)
        .aggregate(row(Counted::new).of(windowStart(), windowEnd(), count()))
        .collect(kit.spark());
  }
}
