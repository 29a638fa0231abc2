package dev.sluice.streams.rules;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.desc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.PipelineException;
import dev.sluice.plan.Problem;
import dev.sluice.streaming.Streaming;
import dev.sluice.streams.rules.Auction.Bid;
import dev.sluice.streams.rules.Auction.Total;
import dev.sluice.testkit.SparkTest;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Before a stream starts, Spark is asked as well. */
@SparkTest
class SecondOpinionTest {

  private final Auction auction = new Auction();

  @Test
  void sparkHasNothingAgainstStreamsThatOurRulesFindSound(SparkSession spark) throws Exception {
    List<String> refused = new ArrayList<>();
    for (String name : StreamRulesTest.sound()) {
      if (name.startsWith("realTime")) {
        continue; // it reads topics, and RealTimeTest has a broker to check it with
      }
      try {
        StreamRulesTest.stream(SoundStreams.class, name).check(spark);
      } catch (PipelineException e) {
        refused.add(name + ": " + e.getMessage());
      }
    }

    assertThat(refused).isEmpty();
    assertThat(spark.streams().active()).isEmpty();
  }

  @Test
  void whatOwnCodeDoesIsRefusedWithItsStage(SparkSession spark) {
    auction.bids()
        .transform("mine", Bid.class, rows -> rows.orderBy("price"))
        .sink("bids", TestSink.append(Bid.class));

    assertThat(refusal(auction.stream(), spark))
        .satisfies(problem -> assertThat(problem.code()).hasValue("SPARK-001"))
        .extracting(Problem::toString).asString()
        .startsWith("stage 'mine' (SecondOpinionTest.java:")
        .contains("Spark refuses the query: Sorting is not supported")
        .doesNotContain("\n");
  }

  @Test
  void theStageIsFoundByTheLineThatSparkKnows(SparkSession spark) {
    auction.bids()
        .transform("mine", Bid.class, rows -> rows.orderBy("price"))
        .transform("too", Bid.class, rows -> rows)
        .sink("bids", TestSink.append(Bid.class));

    assertThat(refusal(auction.stream(), spark).stage()).isEqualTo("mine");
  }

  @Test
  void aRefusalOfTheWholeNamesThePipeline(SparkSession spark) {
    auction.bids()
        .transform("mine", Bid.class, rows -> rows)
        .transform(
            "too",
            Total.class,
            rows -> rows.groupBy("campaign").count().withColumnRenamed("count", "bids"))
        .sink("totals", TestSink.append(Total.class));

    assertThat(refusal(auction.stream(), spark).stage()).isEqualTo("auction");
  }

  @Test
  void whatOurRulesFindIsToldWithoutAskingSpark(SparkSession spark) {
    auction.bids().sort(desc(Bid::price)).sink("bids", TestSink.append(Bid.class));

    assertThat(refusal(auction.stream(), spark).code()).hasValue("ROWS-001");
  }

  @Test
  void eachQueryIsJudgedByItself(SparkSession spark) {
    auction.bids()
        .sink("bids", TestSink.append(Bid.class))
        .filter(col(Bid::price).gt(1.0))
        .transform("mine", Bid.class, rows -> rows.orderBy("price"))
        .sink("sorted", TestSink.append(Bid.class));

    assertThat(refusal(auction.stream().eachSinkAlone(), spark).stage()).isEqualTo("mine");
  }

  private static Problem refusal(Streaming stream, SparkSession spark) {
    PipelineException[] refused = new PipelineException[1];
    assertThatThrownBy(() -> stream.check(spark))
        .isInstanceOfSatisfying(PipelineException.class, e -> refused[0] = e);
    assertThat(refused[0].problems()).hasSize(1);
    return refused[0].problems().get(0);
  }
}
