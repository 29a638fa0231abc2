package dev.sluice.ml;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.SmallModel.Answer;
import dev.sluice.ml.SmallModel.Visit;
import dev.sluice.ml.evaluate.Drift;
import dev.sluice.ml.evaluate.Drift.Verdict;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.ProfileCounts;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.score.RecordColumns;
import dev.sluice.run.RuleCount;
import dev.sluice.run.RunReport;
import dev.sluice.run.StageReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.apache.spark.sql.SparkSession;

/** What a stage counts while it scores, and what the report makes of it. */
class CountedWhileScoredTest {

  private static final SparkSession SPARK = Clicks.spark();
  private static final Model<Visit, Answer> MODEL = SmallModel.model();
  private static final String STAGE = "ads scores";

  private static Stage<Answer> scored(List<Visit> visits) {
    return Pipeline.named("counted")
        .source("visits", InMemory.rows(Visit.class, visits))
        .score("ads", MODEL);
  }

  private static RunReport run(List<Visit> visits) {
    Stage<Answer> scored = scored(visits);
    scored.sink("scores", InMemory.sink(Answer.class));
    return scored.pipeline().run(SPARK);
  }

  /** By plain Java, row by row. */
  private static List<RuleCount> expected(List<Visit> visits) {
    ProfileCounts counts = new ProfileCounts(MODEL.document());
    RecordColumns columns = RecordColumns.of(Visit.class, MODEL.document().signature());
    long[] numbers = new long[counts.names().size()];
    for (Visit visit : visits) {
      Inputs inputs = columns.of(visit);
      if (MODEL.problems(visit).isEmpty()) {
        counts.count(inputs, MODEL.scorer().of(inputs), (at, amount) -> numbers[at] += amount);
      }
    }
    List<RuleCount> expected = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      expected.add(RuleCount.of(counts.names().get(i), numbers[i]));
    }
    return expected;
  }

  @Provide
  Arbitrary<List<Visit>> visits() {
    return Combinators.combine(
        Arbitraries.of("example.org", "example.net", "rare.org", "other", "NULL", "(NULL)", "new")
            .injectNull(0.1),
        Arbitraries.of(0.0, -0.0, 0.5, 17.0, 100.0, 100.5, Double.NaN),
        Arbitraries.of(-1.0, 0.25, 2.0, 1.9, Double.POSITIVE_INFINITY).injectNull(0.3))
        .as((site, bid, history) -> new Visit("v", site, bid, history, Instant.EPOCH, "an ad"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(300);
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void countsAreThoseOfPlainJavaAndAddUpToTheRowsScored(@ForAll("visits") List<Visit> visits) {
    StageReport stage = run(visits).stage(STAGE).orElseThrow();

    assertThat(stage.counted()).isEqualTo(expected(visits));
    assertThat(stage.conserved()).isTrue();
    for (Card.Profile profile : MODEL.card().profiles()) {
      long sum =
          stage.counted().stream()
              .filter(count -> count.rule().split("[ :]")[0].equals(profile.column()))
              .filter(count -> !count.rule().endsWith("has not seen"))
              .mapToLong(count -> count.rows().orElseThrow())
              .sum();
      assertThat(sum).as(profile.column()).isEqualTo(stage.rowsIn().orElseThrow());
    }
  }

  @Example
  @Tag("smoke")
  void severalSinksOfAStageCountItsRowsOnce() {
    List<Visit> visits = SmallModel.visits(150);
    Stage<Answer> scored = scored(visits);
    scored.sink("all", InMemory.sink(Answer.class));
    scored.filter(col(Answer::show)).sink("shown", InMemory.sink(Answer.class));

    StageReport stage = scored.pipeline().run(SPARK).stage(STAGE).orElseThrow();

    assertThat(stage.counted()).isEqualTo(expected(visits));
  }

  @Example
  void whereALimitLeavesRowsUnreadTheirNumberIsNotKnown() {
    Stage<Answer> scored = scored(SmallModel.visits(150));
    scored.limit(5).sink("scores", InMemory.sink(Answer.class));

    RunReport report = scored.pipeline().run(SPARK);

    assertThat(report.stage(STAGE).orElseThrow().counted())
        .isNotEmpty()
        .extracting(RuleCount::rows)
        .containsOnly(OptionalLong.empty());
    assertThat(MODEL.drift(report, "ads")).isEmpty();
    assertThat(report.notes()).noneMatch(note -> note.startsWith("Stage ads scores"));
  }

  @Example
  void rowsLikeThoseOfTheTrainingAreStable() {
    RunReport report = run(SmallModel.visits(1_000));

    assertThat(MODEL.drift(report, "ads"))
        .filteredOn(drift -> !drift.column().equals(ProfileCounts.SCORE))
        .hasSize(3)
        .allSatisfy(drift -> assertThat(drift.psi()).isZero())
        .extracting(Drift::verdict)
        .containsOnly(Verdict.STABLE);
    assertThat(report.notes())
        .contains("Stage ads scores: 3 of 4 columns and scores look as in training.");
  }

  @Example
  void whatHasChangedIsSaidInWords() {
    RunReport report =
        run(
            SmallModel.visits(1_000).stream()
                .map(v -> new Visit(v.id(), "example.net", v.bid(), null, v.at(), v.title()))
                .toList());

    assertThat(report.notes())
        .anySatisfy(
            note -> assertThat(note)
                .startsWith("Stage ads scores: site has changed since training (PSI ")
                .contains("over 1,000 rows): "))
        .contains(
            "Stage ads scores: history has changed since training (PSI 6.041 over 1,000 rows): '(NULL)' has 100.0 % of the rows, and had 25.0 %.");
    assertThat(report.toText()).contains("Note: Stage ads scores: history has changed");
  }

  @Example
  void ofAFewRowsNothingIsSaidButThatTheyAreFew() {
    assertThat(run(SmallModel.visits(99)).notes())
        .contains(
            "Stage ads scores: 99 rows are too few to tell whether they look as in training.");
  }

  @Example
  void countsAreInTheReportForPrograms() {
    assertThat(run(SmallModel.visits(30)).toJson())
        .contains("\"counted\" : [ {")
        .contains("\"rule\" : \"site = example.org\"");
  }

  @Example
  void aModelWithoutProfilesCountsNothing() {
    Model<Visit, Answer> bare =
        SmallModel.of(SmallModel.document().with(Card.EMPTY));
    Stage<Answer> scored =
        Pipeline.named("bare")
            .source("visits", InMemory.rows(Visit.class, SmallModel.visits(20)))
            .score("ads", bare);
    scored.sink("scores", InMemory.sink(Answer.class));

    assertThat(scored.pipeline().run(SPARK).stage(STAGE)).isEmpty();
  }
}
