package dev.sluice.samples.ctr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.ml.evaluate.Drift;
import dev.sluice.ml.evaluate.ModelCard;
import dev.sluice.ml.evaluate.Shadow;
import dev.sluice.ml.model.BadModelException;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Reason;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.score.NotScorableException;
import dev.sluice.ml.score.Promotion;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunReport;
import dev.sluice.samples.ads.AdEventSource;
import dev.sluice.samples.ads.AdEvents;
import dev.sluice.samples.ads.AdFaults;
import dev.sluice.samples.ads.EventCleaning;
import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The model of clicks is as good as it can be, and says the same in a stage and in a service. */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CtrModelTest {

  private static final long ROWS = 20_000;
  private static final AdEvents EVENTS = AdEvents.ofThirtyDays(ROWS, 42);
  private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

  private Model<Impression, Ctr> model;

  @TempDir
  Path folder;

  @BeforeAll
  void train(SparkSession spark) {
    Stage<Shown> shown =
        CtrModel.shown(
            EventCleaning.events(
                Pipeline.named("ctr")
                    .source("events", new AdEventSource(ROWS, EVENTS, new AdFaults(42)))));
    model = CtrModel.training(shown).fit(spark);
  }

  private static Impression impression(long id, double bid) {
    return new Impression(
        id, 3, "mobile", "iOS", "Safari", "FR", "25-34", "female", bid, NOON);
  }

  @Test
  void itIsNearlyAsGoodAsWhoeverKnowsTheCampaigns() {
    Card.Figure loss =
        model.card().figures().stream()
            .filter(figure -> figure.name().equals("log loss") && figure.of().equals("test"))
            .findFirst()
            .orElseThrow();

    double best = BestLoss.of(EVENTS, ROWS);
    assertThat(loss.value()).isCloseTo(best, within(0.02 * best));
  }

  @Test
  void aServiceScoresAsAStageDoes(SparkSession spark) {
    String file = folder.resolve("ctr.json").toString();
    model.save(file);
    List<Impression> rows = List.of(impression(1, 0.5), impression(2, 20));
    Stage<Impression> impressions =
        Pipeline.named("score").source("impressions", InMemory.rows(Impression.class, rows));

    // #region stage
    Model<Impression, Ctr> loaded = Model.load(file, Impression.class, Ctr.class);
    Stage<Ctr> scored = impressions.score("ctr", loaded);
    // #endregion

    // #region service
    Ctr one = loaded.score(impression(1, 0.5));
    // #endregion
    List<Ctr> all = scored.collect(spark);
    assertThat(all).hasSize(2);
    assertThat(all.get(0).why()).isEqualTo(one.why());
    assertThat(all.get(0).probability()).isCloseTo(one.probability(), within(1e-12));
  }

  @Test
  void aServiceGoesOnWithTheModelItHasIfTheNextIsDamaged() throws IOException {
    Path file = folder.resolve("served.json");
    model.save(file.toString());
    CtrService service = new CtrService(file.toString());
    Ctr before = service.score(impression(1, 0.5)).orElseThrow();
    Files.writeString(file, "{}");

    assertThatThrownBy(service::reload)
        .isInstanceOf(BadModelException.class)
        .hasMessageStartingWith(file + ": at ");
    assertThat(service.score(impression(1, 0.5))).contains(before);
    assertThat(service.score(impression(2, 5_000))).isEmpty();
  }

  @Test
  void aCallerMayAskFirstAndDecideByItself() {
    Impression impression = impression(1, 0.5);

    // #region asking
    List<String> problems = model.problems(impression); // such as [bid in 0 to 1000]; empty if it can be scored
    Ctr ctr = model.score(impression);
    boolean worth = ctr.worth(); // the probability is at least that of decision(…)
    for (Reason reason : ctr.why()) { // of reasons(3), the one that moved the score most first
      System.out.println(reason.feature() + " = " + reason.value() + ": " + reason.contribution());
    }
    // #endregion

    assertThat(problems).isEmpty();
    assertThat(worth).isEqualTo(ctr.probability() >= 0.3);
    assertThat(ctr.why()).hasSize(3);
  }

  @Test
  void whatItCannotScoreGoesToQuarantine(SparkSession spark) {
    Pipeline pipeline = Pipeline.named("score");
    InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
    pipeline
        .source(
            "impressions",
            InMemory.rows(
                Impression.class, List.of(impression(1, 0.5), impression(2, 5_000))))
        .score("ctr", model)
        .sink("scored", InMemory.sink(Ctr.class));
    pipeline.quarantine(rejected).run(spark);

    assertThat(rejected.rows()).hasSize(1);
    assertThat(rejected.rows().get(0).reasons()).containsExactly("bid in 0 to 1000");
    assertThatThrownBy(() -> model.score(impression(2, 5_000)))
        .isInstanceOf(NotScorableException.class)
        .hasMessage("model 'ctr' cannot score the row: bid in 0 to 1000");
  }

  @Test
  void aRunSaysWhetherRowsLookAsInTraining(SparkSession spark) {
    Stage<Impression> impressions = sameImpressions();

    // #region drift
    impressions.score("ctr", model).sink("scores", InMemory.sink(Ctr.class));
    RunReport report = impressions.pipeline().run(spark);
    List<Drift> drift = model.drift(report, "ctr");
    // #endregion

    assertThat(drift)
        .filteredOn(column -> column.column().equals("bid"))
        .singleElement()
        .extracting(Drift::verdict)
        .isEqualTo(Drift.Verdict.CHANGED);
    assertThat(report.notes())
        .anyMatch(note -> note.startsWith("Stage ctr scores: bid has changed since training"));
  }

  @Test
  void aCandidateIsTriedInTheShadow(SparkSession spark) {
    Stage<Impression> impressions = sameImpressions();
    Model<Impression, Ctr> candidate = model;

    // #region shadow
    impressions.score("ctr", model.shadow(candidate)).sink("scores", InMemory.sink(Ctr.class));
    RunReport report = impressions.pipeline().run(spark);
    Shadow shadow = model.shadow(candidate).in(report, "ctr").orElseThrow();
    // #endregion

    assertThat(shadow.rows()).isEqualTo(120);
    assertThat(shadow.agreement()).isEqualTo(1);
  }

  @Test
  void aCandidateThatIsNoWorseTakesThePlace() {
    String file = folder.resolve("in-use.json").toString();
    model.save(file);
    Model<Impression, Ctr> candidate = model;
    List<Impression> lastWeek =
        IntStream.range(0, 200).mapToObj(i -> impression(i, 0.1 + i / 100.0)).toList();
    Set<Long> clicked = LongStream.range(0, 100).boxed().collect(Collectors.toSet());

    // #region promote
    Promotion.of(candidate, file)
        .noWorseOn(lastWeek, impression -> clicked.contains(impression.id()), 0.001)
        .promote();
    // #endregion

    Promotion.rollBack(file);
    assertThat(Model.load(file, Impression.class, Ctr.class).document())
        .isEqualTo(model.document());
  }

  private static Stage<Impression> sameImpressions() {
    return Pipeline.named("score")
        .source(
            "impressions",
            InMemory.rows(
                Impression.class,
                IntStream.range(0, 120).mapToObj(i -> impression(i, 7)).toList()));
  }

  @Test
  void itsCardIsReadable() {
    assertThat(ModelCard.of(model.document()).text())
        .contains("Model ctr", "AUC", "log loss", "campaign = ");
  }

  @Test
  void itsFiguresAreThoseOfTheGuide() throws IOException {
    String text = ModelCard.of(model.document()).text();
    int from = text.indexOf("Figures\n");
    int to = text.indexOf("\n\n", from);

    Output.in("docs/guide/first-model.md", "figures").shows(text.substring(from, to));
  }
}
