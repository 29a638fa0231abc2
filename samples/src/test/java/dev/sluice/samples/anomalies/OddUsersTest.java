package dev.sluice.samples.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.score.Model;
import dev.sluice.samples.ads.AdEventSource;
import dev.sluice.samples.ads.AdFaults;
import dev.sluice.samples.ads.EventCleaning;
import dev.sluice.testkit.SparkTest;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The bots that are planted are found again. */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddUsersTest {

  private static final long ROWS = 40_000;

  private Model<Habits, OddUser> model;
  private FoundBots found;

  @BeforeAll
  void find(SparkSession spark) {
    Stage<Habits> habits =
        OddUsers.habits(
            EventCleaning.events(
                Pipeline.named("anomalies")
                    .source(
                        "events",
                        new AdEventSource(ROWS, Bots.ofThirtyDays(ROWS, 42), new AdFaults(42)))));
    model = OddUsers.training(habits, 0.01).fit(spark);
    found = new FoundBots(habits.score("odd users", model).collect(spark));
  }

  @Test
  void botsScoreHigherThanTheOthers() {
    Card.Figure auc = found.auc().orElseThrow();

    assertThat(auc.value()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void aBotThatClicksWhateverItIsShownIsOddForThat() {
    OddUser clicks = model.score(new Habits(1, 100, 1, 0, 1.5, 7));

    assertThat(clicks.why().get(0).feature()).isEqualTo("clicked");
  }

  @Test
  void theOddestAreShownWithWhatSetsThemApart() {
    assertThat(found.toString().lines()).hasSize(11);
    assertThat(found.toString()).contains("yes");
  }

  @Test
  void scoresAreDrawnWithTheOneFromWhichOnTheyAreOdd() {
    assertThat(found.histogram()).startsWith("<svg").contains("stroke-dasharray");
  }
}
