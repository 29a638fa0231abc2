package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.session;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowEnd;
import static dev.sluice.Dsl.windowStart;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points in time around changes of clocks, in several session zones, against java.time. */
@SparkTest
class TimeArithmeticTest {

  record Pair(Instant a, Instant b, Duration d) {}

  record Computed(
      Instant plus, Instant minus, Duration between, Long millis, Long seconds, Instant literal) {}

  record Local(LocalDateTime a, LocalDateTime b, Duration d) {}

  record LocalComputed(LocalDateTime plus, LocalDateTime minus, Duration between) {}

  record Truncated(
      LocalDateTime second,
      LocalDateTime minute,
      LocalDateTime hour,
      LocalDateTime day,
      LocalDateTime month,
      LocalDateTime year) {}

  private static final Duration LITERAL = Duration.ofHours(24);

  /** Moments at which clocks change in one of the zones, and one at which none does. */
  private static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("2024-03-31T01:00:00Z"),
          Instant.parse("2024-10-27T01:00:00Z"),
          Instant.parse("2024-03-10T07:00:00Z"),
          Instant.parse("2024-11-03T06:00:00Z"),
          Instant.parse("2024-04-06T15:00:00Z"),
          Instant.parse("2024-10-05T15:30:00Z"),
          Instant.parse("1970-04-26T07:00:00Z"),
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Instant.parse("1893-03-31T23:00:00Z")); // Berlin leaves local mean time

  private final SparkKit kit;
  private final String zoneBefore;

  TimeArithmeticTest(SparkKit kit) {
    this.kit = kit;
    this.zoneBefore = kit.spark().conf().get("spark.sql.session.timeZone");
  }

  @AfterEach
  void restoreZone() {
    kit.spark().conf().set("spark.sql.session.timeZone", zoneBefore);
  }

  private static List<Pair> pairs() {
    Random random = new Random(7);
    List<Pair> pairs = new ArrayList<>();
    for (Instant moment : MOMENTS) {
      for (int i = 0; i < 12; i++) {
        Instant a =
            moment.plus(random.nextLong(-200_000_000_000L, 200_000_000_000L), ChronoUnit.MICROS);
        Instant b =
            moment.plus(random.nextLong(-200_000_000_000L, 200_000_000_000L), ChronoUnit.MICROS);
        Duration d =
            Duration.of(random.nextLong(-900_000_000_000L, 900_000_000_000L), ChronoUnit.MICROS);
        pairs.add(new Pair(a, b, i == 0 ? Duration.ofDays(1) : d));
      }
    }
    return pairs;
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
  void aPointInTimeKnowsNoZone(String zone) {
    kit.spark().conf().set("spark.sql.session.timeZone", zone);
    List<Pair> pairs = pairs();

    Stage<Computed> computed =
        kit.rows(Pair.class, pairs)
            .select(row(Computed::new).of(
                col(Pair::a).plus(col(Pair::d)),
                col(Pair::a).minus(col(Pair::d)),
                col(Pair::b).minus(col(Pair::a)),
                col(Pair::d).toMillis(),
                col(Pair::d).toSeconds(),
                col(Pair::a).plus(LITERAL)));

    assertThat(computed)
        .hasRows(
            pairs.stream()
                .map(
                    p -> new Computed(
                        p.a().plus(p.d()),
                        p.a().minus(p.d()),
                        Duration.between(p.a(), p.b()),
                        Math.floorDiv(micros(p.d()), 1_000L),
                        Math.floorDiv(micros(p.d()), 1_000_000L),
                        p.a().plus(LITERAL)))
                .toArray(Computed[]::new));
  }

  private static long micros(Duration d) {
    return d.getSeconds() * 1_000_000L + d.getNano() / 1_000;
  }

  private static List<Local> locals() {
    return pairs().stream()
        .map(
            p -> new Local(
                LocalDateTime.ofInstant(p.a(), ZoneId.of("Europe/Berlin")).plusHours(1),
                LocalDateTime.ofInstant(p.b(), ZoneOffset.UTC).plusHours(1),
                p.d()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
  void aLocalDateTimeKnowsNoZoneEither(String zone) {
    kit.spark().conf().set("spark.sql.session.timeZone", zone);
    List<Local> locals = locals();

    Stage<LocalComputed> computed =
        kit.rows(Local.class, locals)
            .select(row(LocalComputed::new).of(
                col(Local::a).plus(col(Local::d)),
                col(Local::a).minus(col(Local::d)),
                col(Local::b).minus(col(Local::a))));

    assertThat(computed)
        .hasRows(
            locals.stream()
                .map(
                    p -> new LocalComputed(
                        p.a().plus(p.d()), p.a().minus(p.d()), Duration.between(p.a(), p.b())))
                .toArray(LocalComputed[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
  void aLocalDateTimeIsCutOffWithoutAZone(String zone) {
    kit.spark().conf().set("spark.sql.session.timeZone", zone);
    List<Local> locals = new ArrayList<>(locals());
    LocalDateTime inBerlinsGap = LocalDateTime.parse("2024-03-31T02:30:15.123456");
    locals.add(new Local(inBerlinsGap, inBerlinsGap, Duration.ZERO));

    Stage<Truncated> computed =
        kit.rows(Local.class, locals)
            .select(row(Truncated::new).of(
                col(Local::a).truncatedTo(ChronoUnit.SECONDS),
                col(Local::a).truncatedTo(ChronoUnit.MINUTES),
                col(Local::a).truncatedTo(ChronoUnit.HOURS),
                col(Local::a).truncatedTo(ChronoUnit.DAYS),
                col(Local::a).truncatedTo(ChronoUnit.MONTHS),
                col(Local::a).truncatedTo(ChronoUnit.YEARS)));

    assertThat(computed)
        .hasRows(
            locals.stream()
                .map(Local::a)
                .map(
                    a -> new Truncated(
                        a.truncatedTo(ChronoUnit.SECONDS),
                        a.truncatedTo(ChronoUnit.MINUTES),
                        a.truncatedTo(ChronoUnit.HOURS),
                        a.truncatedTo(ChronoUnit.DAYS),
                        a.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1),
                        a.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1)))
                .toArray(Truncated[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"})
  void windowsOfADayHave24HoursAndSessionsTheirPause(String zone) {
    record Start(Instant start, Instant end, long events) {}
    kit.spark().conf().set("spark.sql.session.timeZone", zone);
    Instant change = Instant.parse("2024-03-31T01:00:00Z");
    Stage<Pair> events =
        kit.rows(
            Pair.class,
            List.of(
                new Pair(change.minusSeconds(3_000), change, LITERAL),
                new Pair(change.plusSeconds(40_000), change, LITERAL),
                new Pair(change.plusSeconds(100_000), change, LITERAL)));

    Stage<Start> days =
        events
            .eventTime(Pair::a, Duration.ZERO)
            .window(tumbling(LITERAL))
            .aggregate(row(Start::new).of(windowStart(), windowEnd(), count()));
    Stage<Start> sessions =
        events
            .eventTime(Pair::a, Duration.ZERO)
            .window(session(LITERAL))
            .aggregate(row(Start::new).of(windowStart(), windowEnd(), count()));

    Instant day = Instant.parse("2024-03-31T00:00:00Z");
    assertThat(days)
        .hasRows(
            new Start(day, day.plus(LITERAL), 2),
            new Start(day.plus(LITERAL), day.plus(LITERAL).plus(LITERAL), 1));
    assertThat(sessions)
        .hasRows(
            new Start(change.minusSeconds(3_000), change.plusSeconds(100_000).plus(LITERAL), 3));
  }
}
