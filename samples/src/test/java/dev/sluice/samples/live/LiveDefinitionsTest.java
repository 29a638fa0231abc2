package dev.sluice.samples.live;

import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.memory.InMemory;
import dev.sluice.samples.live.model.Attributed;
import dev.sluice.samples.live.model.Behaviour;
import dev.sluice.samples.live.model.Bid;
import dev.sluice.samples.live.model.BidStats;
import dev.sluice.samples.live.model.Click;
import dev.sluice.samples.live.model.FraudScore;
import dev.sluice.samples.live.model.Impression;
import dev.sluice.samples.live.model.ProductTotal;
import dev.sluice.samples.live.model.ProductWindow;
import dev.sluice.samples.live.model.Sale;
import dev.sluice.streaming.StreamInput;
import dev.sluice.testkit.ReplayProof;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the live samples compute: by hand, and the same as a stream and as a batch. {@code
 * -Dsluice.test.splits=100} cuts the events in more ways.
 */
@SparkTest
class LiveDefinitionsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int SPLITS = Integer.getInteger(ReplayProof.SPLITS, 2);

  private final LiveEvents events = LiveEvents.of(7);
  private final Pipeline pipeline = Pipeline.named("live");
  private final SparkKit kit;

  LiveDefinitionsTest(SparkKit kit) {
    this.kit = kit;
  }

  private static Bid bid(long user, long campaign, long ad, double price, int second) {
    return new Bid(0, user, campaign, ad, price, "mobile", NOON.plusSeconds(second));
  }

  private <T extends Record> void sameInBatchAndStream(String source, LongFunction<T> event) {
    List<T> rows = LongStream.range(0, 200).mapToObj(event).toList();
    kit.sameInBatchAndStream(pipeline).rows(source, rows).splits(SPLITS).check();
  }

  @Test
  void scoresFollowTheRulesInTheirOrder() {
    List<Bid> often = Stream.generate(() -> bid(1, 1, 1, 1, 0)).limit(101).toList();
    List<Bid> fewAds = List.of(bid(2, 1, 1, 1, 0), bid(2, 1, 1, 2, 59));
    List<Bid> dear = List.of(bid(3, 1, 1, 10, 0), bid(3, 1, 2, 11, 1));
    List<Bid> fine = List.of(bid(4, 1, 1, 1, 0), bid(4, 1, 2, 2, 1));
    List<Bid> all =
        Stream.of(often, fewAds, dear, fine).flatMap(List::stream).toList();

    assertThat(AdFraud.suspects(pipeline.source("bids", InMemory.rows(Bid.class, all))))
        .hasRows(
            new FraudScore(NOON, 1, 1, 101, 0.9),
            new FraudScore(NOON, 2, 1, 2, 0.7),
            new FraudScore(NOON, 3, 1, 2, 0.6));
  }

  @Test
  void codesBecomeWordsAndCitiesLowerCase() {
    Stage<Behaviour> given =
        pipeline.source(
            "events",
            InMemory.rows(
                Behaviour.class,
                List.of(
                    new Behaviour("LYON", "a.example", "3"),
                    new Behaviour("Oslo", "b.example", "LOGOUT"))));

    assertThat(BehaviourEvents.recoded(given))
        .hasRows(
            new Behaviour("lyon", "a.example", "order"),
            new Behaviour("oslo", "b.example", "logout"));
  }

  @Test
  void totalsAndSumsOfSales() {
    Stage<Sale> sales = pipeline.source("sales", StreamInput.of(Sale.class));
    PosTotals.tumblingSums(sales).sink("tumbling", InMemory.sink(ProductWindow.class));
    PosTotals.slidingSums(sales).sink("sliding", InMemory.sink(ProductWindow.class));

    sameInBatchAndStream("sales", events::sale);
  }

  @Test
  void runningTotals() {
    PosTotals.totals(pipeline.source("sales", StreamInput.of(Sale.class)))
        .sink(
            "totals",
            Jdbc.table(ProductTotal.class, "totals")
                .url("jdbc:postgresql://not-asked/shop")
                .upsert(ProductTotal::productId));

    sameInBatchAndStream("sales", events::sale);
  }

  @Test
  void eventsInOneForm() {
    BehaviourEvents.recoded(pipeline.source("events", StreamInput.of(Behaviour.class)))
        .sink("recoded", InMemory.sink(Behaviour.class));

    sameInBatchAndStream("events", events::behaviour);
  }

  @Test
  void statisticsOfBids() {
    Bids.byMinute(pipeline.source("bids", StreamInput.of(Bid.class)))
        .sink("stats", InMemory.sink(BidStats.class));

    sameInBatchAndStream("bids", events::bid);
  }

  @Test
  void suspects() {
    AdFraud.suspects(pipeline.source("bids", StreamInput.of(Bid.class)))
        .sink("suspects", InMemory.sink(FraudScore.class));

    sameInBatchAndStream("bids", events::bid);
  }

  @Test
  void impressionsWithTheirClicks() {
    ImpressionsClicks.attributed(
        pipeline.source("impressions", StreamInput.of(Impression.class)),
        pipeline.source("clicks", StreamInput.of(Click.class)))
        .sink("attributed", InMemory.sink(Attributed.class));

    kit.sameInBatchAndStream(pipeline)
        .rows("impressions", LongStream.range(0, 100).mapToObj(events::impression).toList())
        .rows("clicks", LongStream.range(0, 100).mapToObj(events::click).toList())
        .splits(SPLITS)
        .check();
  }
}
