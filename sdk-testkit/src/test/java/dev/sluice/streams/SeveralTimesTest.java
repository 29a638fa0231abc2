package dev.sluice.streams;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.row;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.state.RunningTotal;
import dev.sluice.streaming.state.TopN;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stages with state over rows in which several columns come from an event time. */
@SparkTest
@Timeout(180)
class SeveralTimesTest {

  record Opened(long id, Instant at) {}

  record Offered(long auction, long price, Instant at) {}

  record Offer(long auction, long price, Instant opened, Instant at) {}

  record Total(long auction, Instant at, long total) {}

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LATENESS = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Pipeline pipeline = Pipeline.named("auctions");
  private final SparkKit kit;

  SeveralTimesTest(SparkKit kit) {
    this.kit = kit;
  }

  private static List<Opened> opened() {
    return LongStream.range(0, 6).mapToObj(id -> new Opened(id, NOON.plusSeconds(10 * id)))
        .toList();
  }

  private static List<Offered> offered() {
    return LongStream.range(0, 40)
        .mapToObj(i -> new Offered(i / 8, i * 7 % 5, NOON.plusSeconds(2 * i)))
        .toList();
  }

  private TimedStage<Offered> offers() {
    return pipeline.source("offered", StreamInput.of(Offered.class))
        .eventTime(Offered::at, LATENESS);
  }

  private Stage<Offer> pairs() {
    return pipeline.source("opened", StreamInput.of(Opened.class)).eventTime(Opened::at, LATENESS)
        .join(offers()).on(Opened::id).equalTo(Offered::auction)
        .within(Duration.ZERO, LONGEST)
        .select((auction, offer) -> row(Offer::new).of(
            auction.col(Opened::id),
            offer.col(Offered::price),
            auction.col(Opened::at),
            offer.col(Offered::at)));
  }

  @Test
  void theFirstRowsOfAJoinGoByTheTimeThatWasNamed() {
    TopN.of(pairs().timedBy(Offer::opened))
        .every(Duration.ofSeconds(10))
        .per(Offer::auction)
        .first(1, desc(Offer::price), asc(Offer::at))
        .sink("best", InMemory.sink(Offer.class));

    kit.sameInBatchAndStream(pipeline)
        .rows("opened", opened()).rows("offered", offered()).splits(2).check();
  }

  @Test
  void aFunctionBehindAJoinGoesByTheTimeThatWasNamed() {
    RunningTotal.of(pairs().timedBy(Offer::at))
        .keyedBy(Offer::auction)
        .ofLong(
            Offer::price,
            Total.class,
            (offer, total) -> new Total(offer.auction(), offer.at(), total))
        .sink("totals", InMemory.sink(Total.class));

    kit.sameInBatchAndStream(pipeline)
        .rows("opened", opened()).rows("offered", offered()).splits(2).check();
  }

  @Test
  void theFirstRowsMayBeThoseThatHappenedLast() {
    TopN.of(offers())
        .every(Duration.ofSeconds(20))
        .per(Offered::auction)
        .first(2, desc(Offered::at))
        .sink("last", InMemory.sink(Offered.class));

    kit.sameInBatchAndStream(pipeline).rows("offered", offered()).splits(2).check();
  }
}
