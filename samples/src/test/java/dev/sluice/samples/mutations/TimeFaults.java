package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.session;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.sliding;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowEnd;
import static dev.sluice.Dsl.windowStart;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.samples.mutations.Finding.unexpected;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.plan.TimeWindow;
import dev.sluice.samples.ecommerce.EcommerceStages;
import dev.sluice.samples.ecommerce.model.EnrichedLine;
import dev.sluice.samples.ecommerce.model.PricedLine;
import dev.sluice.testkit.SparkKit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Slips in windows of event time, days and months. */
final class TimeFaults {

  record Visit(long visitId, Instant at) {}

  record Visits(Instant from, Instant to, long visits) {}

  record Day(long visitId, LocalDate day) {}

  private static final Instant TEN = Instant.parse("2026-05-01T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-05-01T11:00:00Z");
  private static final Instant TWELVE = Instant.parse("2026-05-01T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LATENESS = Duration.ofMinutes(10);

  private TimeFaults() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("a window of two hours for one")
            .given(TimeFaults::visits)
            .right(visits -> per(tumbling(HOUR), visits))
            .wrong(visits -> per(tumbling(Duration.ofHours(2)), visits))
            .test(TimeFaults::areHourly)
            .finds(cell("from=2026-05-01T10:00:00Z", "to", ELEVEN, TWELVE)),
        Mutation.of("a row at the end of a window counted in it")
            .given(TimeFaults::visits)
            .right(visits -> per(tumbling(HOUR), visits))
            .wrong(
                visits -> per(
                    tumbling(HOUR),
                    visits.enrich(
                        Visit.class,
                        set(Visit::at).to(col(Visit::at).minus(Duration.ofMillis(1))))))
            .test(TimeFaults::areHourly)
            .finds(cell("from=2026-05-01T10:00:00Z", "visits", 1, 2)),
        Mutation.of("a window that slides by a quarter for a half")
            .given(kit -> kit.rows(Visit.class, new Visit(1, TEN)))
            .right(visits -> per(sliding(HOUR, Duration.ofMinutes(30)), visits))
            .wrong(visits -> per(sliding(HOUR, Duration.ofMinutes(15)), visits))
            .test(
                visits -> assertThat(visits)
                    .keyedBy(Visits::from)
                    .hasRows(
                        new Visits(TEN, ELEVEN, 1),
                        new Visits(
                            TEN.minus(Duration.ofMinutes(30)),
                            TEN.plus(Duration.ofMinutes(30)),
                            1)))
            .finds(unexpected("Visits[from=2026-05-01T09:15:00Z")),
        Mutation.of("a session that ends too soon")
            .given(TimeFaults::visits)
            .right(visits -> per(session(Duration.ofMinutes(31)), visits))
            .wrong(visits -> per(session(Duration.ofMinutes(13)), visits))
            .test(
                visits -> assertThat(visits)
                    .hasRows(
                        new Visits(
                            TEN.plus(Duration.ofMinutes(30)),
                            ELEVEN.plus(Duration.ofMinutes(31)),
                            2)))
            .finds(unexpected("Visits[from=2026-05-01T11:00:00Z")),
        Mutation.of("the day of another time zone")
            .given(
                kit -> kit.rows(Visit.class, new Visit(1, Instant.parse("2026-05-01T23:30:00Z"))))
            .right(
                visits -> visits.select(
                    row(Day::new).of(col(Visit::visitId), col(Visit::at).plus(HOUR).toDate())))
            .wrong(
                visits -> visits
                    .select(row(Day::new).of(col(Visit::visitId), col(Visit::at).toDate())))
            .test(
                days -> assertThat(days)
                    .keyedBy(Day::visitId)
                    .hasRows(new Day(1, LocalDate.of(2026, 5, 2))))
            .finds(cell("visitId=1", "day", "2026-05-02", "2026-05-01")),
        Mutation.of("the day of the month for the month")
            .given(TimeFaults::lines)
            .right(EcommerceStages::enriched)
            .wrong(
                lines -> EcommerceStages.enriched(lines)
                    .enrich(
                        EnrichedLine.class,
                        set(EnrichedLine::month)
                            .to(col(EnrichedLine::orderDate).dayOfMonth().orElse(0))))
            .test(
                lines -> assertThat(lines)
                    .keyedBy(EnrichedLine::orderId)
                    .hasRows(
                        new EnrichedLine(
                            1,
                            7,
                            3,
                            2,
                            0.1,
                            LocalDate.of(2026, 5, 31),
                            "pen",
                            "office",
                            10.0,
                            "Ada",
                            "PT",
                            18.0,
                            18.0,
                            "Bronze",
                            2026,
                            5)))
            .finds(cell("orderId=1", "month", 5, 31)));
  }

  private static Stage<Visit> visits(SparkKit kit) {
    return kit.rows(
        Visit.class, new Visit(1, TEN.plus(Duration.ofMinutes(30))), new Visit(2, ELEVEN));
  }

  private static Stage<PricedLine> lines(SparkKit kit) {
    return kit.rows(
        PricedLine.class,
        new PricedLine(
            1, 7, 3, 2, 0.1, LocalDate.of(2026, 5, 31), "pen", "office", 10.0, "Ada", "PT", 18.0));
  }

  private static Stage<Visits> per(TimeWindow window, Stage<Visit> visits) {
    return visits
        .eventTime(Visit::at, LATENESS)
        .window(window)
        .aggregate(row(Visits::new).of(windowStart(), windowEnd(), count()));
  }

  private static void areHourly(Stage<Visits> visits) {
    assertThat(visits)
        .keyedBy(Visits::from)
        .hasRows(new Visits(TEN, ELEVEN, 1), new Visits(ELEVEN, TWELVE, 1));
  }
}
