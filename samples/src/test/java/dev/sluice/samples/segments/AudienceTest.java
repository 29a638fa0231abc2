package dev.sluice.samples.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.ml.evaluate.ModelCard;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.score.Model;
import dev.sluice.samples.ads.AdEventSource;
import dev.sluice.samples.ads.AdFaults;
import dev.sluice.samples.ads.EventCleaning;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The kinds of users that are planted are found again. */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceTest {

  private static final long ROWS = 15_000;

  private Model<Activity, Segment> model;
  private List<Segment> segments;

  @BeforeAll
  void find(SparkSession spark) {
    Stage<Activity> users =
        Audience.activity(
            EventCleaning.events(
                Pipeline.named("segments")
                    .source(
                        "events",
                        new AdEventSource(
                            ROWS, KindsOfUsers.ofThirtyDays(ROWS, 42), new AdFaults(42)))));
    model = Audience.training(users, 3, 8).fit(spark);
    segments = users.score("audience", model).collect(spark);
  }

  @Test
  void thereAreAsManySegmentsAsKinds() {
    assertThat(model.card().segments()).hasSize(Kind.values().length);
  }

  @Test
  void eachSegmentIsAKind() {
    assertThat(Agreement.of(segments).adjustedRand()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void theCardSaysWhatSetsBuyersApart() {
    int buyers =
        segments.stream()
            .filter(segment -> KindsOfUsers.kind(segment.userId()) == Kind.BUYER)
            .findFirst()
            .orElseThrow()
            .segment();

    Card.Segment segment = model.card().segments().get(buyers);

    assertThat(segment.traits().stream().limit(3).map(Card.Trait::what))
        .contains("revenue", "conversions");
  }

  @Test
  void theProfileIsDrawn() {
    assertThat(ModelCard.of(model.document()).pictures()).containsKey("segments.svg");
  }
}
