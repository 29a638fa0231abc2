package dev.sluice.samples.guide;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.logistic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.Ml;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.score.Model;
import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

// @formatter:off: set by hand, as the guide shows it
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturesTest {

  // #region records
  record Visit(                       // what is known when the model is asked
      long id, String user, String site, String device, Boolean member,
      double bid, Double age, int pages, Instant at, String query) {}

  record Outcome(Visit visit, boolean bought, double revenue) {}   // and what became known afterwards

  record Chance(long id, double probability) {}
  // #endregion

  // #region features
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  static final Features<Visit> FEATURES = Features.of(Visit.class)
      .category(Visit::site).atLeast(20).maxLevels(10_000)
      .category(Visit::user).atLeast(5).asMeanOfLabel()
      .bool(Visit::member)
      .number(Visit::bid).log1p().range(0, 100)
      .number(Visit::age).nullAsMeanAndFlag()
      .buckets(Visit::pages, 2, 5, 10)
      .time(Visit::at).hourOfDay(BERLIN).dayOfWeek(BERLIN)
      .words(Visit::query).buckets(64)
      .cross(Visit::site, Visit::device)
      .watch(Visit::device);
  // #endregion

  private static final int ROWS = 3_000;

  private Model<Visit, Chance> model;

  private static Visit visit(int number) {
    Random random = new Random(number * 7_919L);
    return new Visit(
        number,
        "u" + random.nextInt(300),
        "site" + random.nextInt(5),
        random.nextBoolean() ? "mobile" : "desktop",
        random.nextInt(4) == 0 ? null : Boolean.valueOf(random.nextBoolean()),
        0.1 + 3 * random.nextDouble(),
        random.nextInt(5) == 0 ? null : Double.valueOf(18 + random.nextInt(60)),
        1 + random.nextInt(12),
        Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number * 600L),
        random.nextInt(3) == 0 ? "cheap flights" : "flights to rome");
  }

  private static Outcome outcome(int number) {
    Visit visit = visit(number);
    Random random = new Random(number);
    boolean bought =
        random.nextDouble()
            < 0.1 + (visit.pages() > 5 ? 0.3 : 0) + (visit.query().startsWith("cheap") ? 0.2 : 0);
    return new Outcome(visit, bought, bought ? 20 : 0);
  }

  @BeforeAll
  void train(SparkSession spark) {
    Stage<Outcome> outcomes =
        Pipeline.named("shop")
            .source(
                "outcomes",
                InMemory.rows(
                    Outcome.class,
                    IntStream.range(0, ROWS).mapToObj(FeaturesTest::outcome).toList()));
    model =
        Ml.model("buys", FEATURES)
            .from(outcomes, Outcome::visit).label(Outcome::bought)
            .with(logistic())
            .output(o -> row(Chance::new).of(o.in(Visit::id), o.probability()))
            .fit(spark);
  }

  @Test
  void nullAndUnseenLevelsAreScored() {
    Visit strange =
        new Visit(
            1, null, "a site that nobody knows", null, null, 1, null, 3,
            Instant.parse("2026-06-01T00:00:00Z"), null);

    assertThat(model.problems(strange)).isEmpty();
    assertThat(model.score(strange).probability()).isBetween(0.0, 1.0);
  }

  @Test
  void whatCannotBeScoredIsSaid() throws IOException {
    // #region problems
    Visit inCents = new Visit(
        1, "u1", "site1", "mobile", true, 150, 417.0, 3, Instant.parse("2026-06-01T00:00:00Z"), "rome");

    List<String> problems = model.problems(inCents);
    // #endregion

    Output.in("docs/guide/features.md", "problems").shows(String.join("\n", problems));
  }

  @Test
  void moreIsKnownOfWhoeverLooksAtManyPages() {
    assertThat(
        model.card().weights().stream()
            .filter(weight -> weight.slot().startsWith("pages") && weight.weight() > 0.5))
        .isNotEmpty();
  }
}
