package dev.sluice.spark.run;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.udf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.Udf;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.Datasets;
import dev.sluice.quality.CleanRules;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunReport;
import dev.sluice.spark.compile.Gathered;
import dev.sluice.spark.compile.TestSpark;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where rows are judged once for accepted and rejected ones, and where again from the source. */
@Timeout(120)
class JudgedOnceTest {

  record Item(int id, int shop) {}

  private final SparkSession spark = TestSpark.session();
  private final Pipeline pipeline = Pipeline.named("judged");
  private final LongAccumulator calls = spark.sparkContext().longAccumulator();
  private final Gathered<Item> accepted = Gathered.adding(Item.class);
  private final Gathered<Rejected> rejected = Gathered.adding(Rejected.class);

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(spark.sparkContext().getPersistentRDDs().isEmpty()).isTrue();
  }

  @Test
  void aJoinAndAFunctionBeforeRulesAreComputedOnceForBoth() {
    CheckedStage<Item> clean = clean(joined(), c -> c.require("shop", col(Item::shop).ne(0)));

    RunReport report = runToBoth(clean);

    assertThat(accepted.rows()).hasSize(90);
    assertThat(rejected.rows()).hasSize(10);
    assertThat(calls.value()).isEqualTo(100);
    assertThat(report.stage("clean").orElseThrow().conserved()).isTrue();
    assertThat(judgedOnce()).containsExactly("clean");
  }

  @Test
  void withoutAReaderOfRejectedRowsNothingIsKept() {
    clean(joined(), c -> c.require("shop", col(Item::shop).ne(0))).sink("accepted", accepted);

    assertThat(judgedOnce()).isEmpty();
  }

  @Test
  void withoutAReaderOfAcceptedRowsNothingIsKept() {
    clean(joined(), c -> c.require("shop", col(Item::shop).ne(0)))
        .rejected()
        .sink("rejected", rejected);

    assertThat(judgedOnce()).isEmpty();
  }

  @Test
  void cheapRulesOverAScanAreAppliedAgain() {
    CheckedStage<Item> clean = clean(items(), c -> c.require("shop", col(Item::shop).ne(0)));

    runToBoth(clean);

    assertThat(rejected.rows()).hasSize(10);
    assertThat(judgedOnce()).isEmpty();
  }

  @Test
  void aTextIsParsedAgainForItsMalformedRows() {
    CheckedStage<Item> lines = pipeline.source("lines", Files.csv(Item.class, "lines.csv"));
    lines.sink("accepted", accepted);
    lines.rejected().sink("rejected", rejected);

    assertThat(judgedOnce()).isEmpty();
  }

  @Test
  void aTextThatIsKeptForSeveralSinksIsKeptWithItsMalformedRows() {
    CheckedStage<Item> lines = pipeline.source("lines", Files.csv(Item.class, "lines.csv"));
    lines.sink("accepted", accepted);
    lines.filter(col(Item::id).gt(0)).sink("more", Gathered.adding(Item.class));
    lines.rejected().sink("rejected", rejected);

    assertThat(judgedOnce()).containsExactly("lines");
  }

  @Test
  void aRuleByChanceStillAcceptsOrRejectsEachRowAndOnlyOnce() {
    Udf<Integer, Boolean> chance =
        udf(
            "chance",
            Integer.class,
            Boolean.class,
            id -> ThreadLocalRandom.current().nextBoolean())
            .nonDeterministic();
    CheckedStage<Item> clean =
        clean(
            items(),
            c -> c
                .require("luck", chance.call(col(Item::id)).eq(true))
                .require("more luck", chance.call(col(Item::shop)).eq(true)));

    RunReport report = runToBoth(clean);

    assertThat(idsOfBoth()).hasSize(100);
    assertThat(accepted.rows().size() + rejected.rows().size()).isEqualTo(100);
    assertThat(report.stage("clean").orElseThrow().conserved()).isTrue();
    assertThat(report.stage("clean").orElseThrow().rejectedRows())
        .hasValue(rejected.rows().size());
  }

  @Test
  void aLaterPassLeavesAloneWhatAnEarlierOneRejected() {
    CheckedStage<Item> clean =
        clean(
            joined(),
            c -> c
                .require("no 7", col(Item::shop).ne(7))
                .dedupe(Item::shop)
                .set(Item::id).to(col(Item::id).plus(1000))
                .require("no 3", col(Item::shop).ne(3)));

    RunReport report = runToBoth(clean);

    assertThat(accepted.rows()).hasSize(8).allMatch(item -> item.id() >= 1000);
    assertThat(rejected.rows()).hasSize(11).allMatch(row -> !row.row().contains("\"id\":10"));
    assertThat(rejected.rows().stream().filter(row -> row.reasons().equals(List.of("no 7"))))
        .hasSize(10);
    assertThat(report.stage("clean").orElseThrow().conserved()).isTrue();
    assertThat(report.stage("clean").orElseThrow().droppedRows()).hasValue(81);
  }

  @Test
  void severalSinksAndTheQuarantineReadTheSameJudgedRows() {
    CheckedStage<Item> clean = clean(joined(), c -> c.require("shop", col(Item::shop).ne(0)));
    clean.filter(col(Item::id).lt(50)).sink("some", Gathered.adding(Item.class));

    runToBoth(clean);

    assertThat(rejected.rows()).hasSize(10);
    assertThat(calls.value()).isEqualTo(100);
  }

  private RunReport runToBoth(CheckedStage<Item> clean) {
    clean.rejected().sink("rejected", rejected);
    clean.sink("accepted", accepted);
    return pipeline.run(spark);
  }

  private Set<Integer> idsOfBoth() {
    Set<Integer> ids = new TreeSet<>();
    accepted.rows().forEach(item -> ids.add(item.id()));
    rejected
        .rows()
        .forEach(
            row -> ids.add(
                Integer.valueOf(row.row().replaceAll("\\D+", " ").strip().split(" ")[0])));
    return ids;
  }

  private static CheckedStage<Item> clean(
      Stage<Item> items, UnaryOperator<CleanRules<Item>> rules) {
    return items.clean("clean", rules::apply);
  }

  /** A hundred items of ten shops, each through a function that counts its calls. */
  private Stage<Item> joined() {
    LongAccumulator counter = calls;
    Udf<Integer, Integer> counted =
        udf(
            "counted",
            Integer.class,
            Integer.class,
            id -> {
              counter.add(1);
              return id;
            });
    return items()
        .join(items()).on(Item::id).equalTo(Item::id)
        .select((a, b) -> row(Item::new).of(
            IntExpr.of(counted.call(a.col(Item::id))).orElse(0), b.col(Item::shop)));
  }

  private Stage<Item> items() {
    return pipeline.source(
        "items " + pipeline.plan().sources().size(),
        Datasets.of(
            Item.class,
            spark.range(100).selectExpr("cast(id as int) as id", "cast(id % 10 as int) as shop")));
  }

  private List<String> judgedOnce() {
    return StorePlan.of(PlanCut.none(pipeline.plan()), true).judged().stream()
        .map(stage -> stage.name())
        .toList();
  }
}
