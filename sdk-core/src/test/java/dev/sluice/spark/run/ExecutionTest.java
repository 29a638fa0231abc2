package dev.sluice.spark.run;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Epoch;
import dev.sluice.io.memory.InMemory;
import dev.sluice.plan.PlanNode;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunListener;
import dev.sluice.run.RunOptions;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.run.SinkReport;
import dev.sluice.run.StageReport;
import dev.sluice.spark.compile.Gathered;
import dev.sluice.spark.compile.RejectedRows;
import dev.sluice.spark.compile.TestSpark;
import dev.sluice.spark.rows.RecordRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A plan over rows that are given for some of its stages, as an epoch of a stream is. */
@Timeout(120)
class ExecutionTest {

  record Item(int id, String name) {}

  record Count(String name, long items) {}

  /** A source that must not be touched. */
  record Untouchable(boolean mayReject) implements BoundedSource<Item> {
    @Override
    public Class<Item> type() {
      return Item.class;
    }

    @Override
    public String description() {
      return "untouchable";
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      throw new AssertionError("the source was read");
    }
  }

  private final SparkSession spark = TestSpark.session();
  private final Pipeline pipeline = Pipeline.named("epochs");
  private final LongAccumulator computed = spark.sparkContext().longAccumulator();
  private final Gathered<Item> accepted = Gathered.adding(Item.class);
  private final Gathered<Rejected> rejected = Gathered.adding(Rejected.class);
  private final CheckedStage<Item> items =
      pipeline.source("items", new Untouchable(false));

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(spark.sparkContext().getPersistentRDDs().isEmpty()).isTrue();
  }

  @Test
  void givenRowsStandForASourceAndAreComputedOnceForSinksAndQuarantine() {
    CheckedStage<Item> clean = small();
    clean.sink("accepted", accepted);
    clean.rejected().sink("rejected", rejected);

    RunReport report = run(epoch(context(), 0), Map.of(items.node(), rows(0, 10)));

    assertThat(accepted.rows()).hasSize(8);
    assertThat(rejected.rows()).extracting(Rejected::stage).containsExactly("small", "small");
    assertThat(computed.value()).isEqualTo(10);
    assertThat(report.stage("small").orElseThrow().conserved()).isTrue();
  }

  @Test
  void givenRowsForSeveralSinksAreComputedOnce() {
    Gathered<Item> others = Gathered.adding(Item.class);
    items.sink("accepted", accepted);
    items.filter(col(Item::id).lt(3)).sink("others", others);

    run(context(), Map.of(items.node(), rows(0, 10)));

    assertThat(accepted.rows()).hasSize(10);
    assertThat(others.rows()).hasSize(3);
    assertThat(computed.value()).isEqualTo(10);
  }

  @Test
  void givenRowsInTheMiddleNeedNothingBeforeThem() {
    Stage<Count> counts =
        small().groupBy(Item::name).aggregate(row(Count::new).of(key(Item::name), count()));
    Gathered<Count> many = Gathered.adding(Count.class);
    counts.filter(col(Count::items).gt(1L)).sink("many", many);
    Dataset<Row> given = spark.sql("select 'a' name, 2L items union all select 'b', 1L");

    RunReport report = run(context(), Map.of(counts.node(), given));

    assertThat(many.rows()).containsExactly(new Count("a", 2));
    assertThat(report.sources()).isEmpty();
    assertThat(report.stages()).isEmpty();
  }

  @Test
  void givenRowsOfASourceThatParsesCarryItsVerdict() {
    CheckedStage<Item> parsed =
        pipeline.source(
            "parsed",
            new Untouchable(true));
    parsed.sink("accepted", accepted);
    parsed.rejected().sink("rejected", rejected);
    Dataset<Row> given =
        spark.sql(
            "select 1 id, 'a' name, null __malformed union all select null, null, 'what is this'");

    RunReport report = run(context(), Map.of(parsed.node(), given));

    assertThat(accepted.rows()).containsExactly(new Item(1, "a"));
    assertThat(rejected.rows()).extracting(Rejected::row).containsExactly("what is this");
    assertThat(report.source("parsed").orElseThrow().malformed()).hasValue(1);
  }

  @Test
  void rejectedRowsOfAGivenStageHaveToBeGivenToo() {
    CheckedStage<Item> clean = small();
    clean.sink("accepted", accepted);
    Stage<Rejected> quarantined = clean.rejected();
    quarantined.sink("rejected", rejected);
    Map<PlanNode, Dataset<Row>> acceptedAlone = Map.of(clean.node(), rows(0, 3));

    assertThatThrownBy(() -> new Execution(context(), acceptedAlone))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stage 'small' (ExecutionTest.java:");

    run(
        context(),
        Map.of(
            clean.node(),
            rows(0, 3),
            quarantined.node(),
            RejectedRows.none(spark)));
    assertThat(accepted.rows()).hasSize(3);
    assertThat(rejected.rows()).isEmpty();
  }

  @Test
  void rowsOfAStageThatThePlanDoesNotHaveAreRefused() {
    items.sink("accepted", accepted);
    PlanNode other =
        Pipeline.named("other").source("other", InMemory.rows(Item.class, List.of())).node();

    assertThatThrownBy(() -> new Execution(context(), Map.of(other, rows(0, 1))))
        .hasMessageContaining("'other'")
        .hasMessageContaining("pipeline 'epochs' does not have");
  }

  @Test
  void epochsFollowOneAnotherInOneContextAndAddUpToAWholeRun() {
    CheckedStage<Item> clean = small();
    clean.sink("accepted", accepted);
    clean.rejected().sink("rejected", rejected);
    RunContext context = context();

    RunReport whole = run(context, Map.of(items.node(), rows(0, 30)));
    List<Item> ofWhole = sorted(accepted);
    RunReport parts =
        run(epoch(context, 0), Map.of(items.node(), rows(0, 7)))
            .plus(run(epoch(context, 1), Map.of(items.node(), rows(7, 20))))
            .plus(run(epoch(context, 2), Map.of(items.node(), rows(20, 30))));

    assertThat(sorted(accepted).size()).isEqualTo(2 * ofWhole.size());
    StageReport added = parts.stage("small").orElseThrow();
    assertThat(added).isEqualTo(whole.stage("small").orElseThrow());
    assertThat(added.conserved()).isTrue();
    assertThat(parts.sink("accepted").orElseThrow().rows())
        .isEqualTo(whole.sink("accepted").orElseThrow().rows());
    assertThat(parts.sink("rejected").orElseThrow().rows())
        .isEqualTo(whole.sink("rejected").orElseThrow().rows());
  }

  @Test
  void anEpochThatFailedMayBeTriedAgainUnderItsNumber() {
    AtomicBoolean full = new AtomicBoolean(true);
    items.sink("accepted", accepted);
    items.sink(
        "failing",
        Gathered.calling(
            Item.class,
            rows -> {
              if (full.getAndSet(false)) {
                throw new IllegalStateException("disk full");
              }
            }));
    RunContext context = context();
    Execution first = new Execution(epoch(context, 4), Map.of(items.node(), rows(0, 5)));

    RunReport failed = first.run();

    assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
    assertThat(first.failure(failed)).get().asString().contains("sink 'failing' failed: disk full");
    RunReport again = run(epoch(context, 4), Map.of(items.node(), rows(0, 5)));
    assertThat(again.runId()).isEqualTo(failed.runId()).endsWith("-4");
    assertThat(again.sinks()).extracting(SinkReport::status).containsOnly(RunStatus.SUCCEEDED);
  }

  @Test
  void sinksOfAnEpochAreWrittenAtTheSameTime() {
    CyclicBarrier both = new CyclicBarrier(2);
    Stage<Item> other =
        pipeline.source("other", new Untouchable(false));
    items.sink("a", Gathered.calling(Item.class, rows -> meet(both)));
    other.sink("b", Gathered.calling(Item.class, rows -> meet(both)));

    run(context(), Map.of(items.node(), rows(0, 1), other.node(), rows(1, 2)));
  }

  @Test
  void listenersHearEachEpochAndTheThreadKeepsItsSession() {
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    items.sink("accepted", accepted);
    RunContext context =
        RunContext.of(
            pipeline.plan(),
            spark,
            RunOptions.defaults()
                .listener(
                    new RunListener() {
                      @Override
                      public void runStarted(RunStarted event) {
                        events.add("started " + epoch(event.runId()));
                      }

                      @Override
                      public void runFinished(RunReport report) {
                        events.add("finished " + epoch(report.runId()));
                      }
                    }));
    SparkSession own = spark.newSession();
    SparkSession.setActiveSession(own);

    run(epoch(context, 1), Map.of(items.node(), rows(0, 1)));
    run(epoch(context, 2), Map.of(items.node(), rows(0, 1)));

    assertThat(events).containsExactly("started 1", "finished 1", "started 2", "finished 2");
    assertThat(SparkSession.active()).isSameAs(own);
    SparkSession.setActiveSession(spark);
  }

  private static String epoch(String runId) {
    return runId.substring(runId.lastIndexOf('-') + 1);
  }

  /** Every fifth is rejected. */
  private CheckedStage<Item> small() {
    return items.clean("small", c -> c.require("no fifth", col(Item::name).ne("item 4")));
  }

  private RunContext epoch(RunContext context, long number) {
    return context.epoch(new Epoch("epochs", number), spark);
  }

  private RunContext context() {
    return RunContext.of(pipeline.plan(), spark, RunOptions.defaults());
  }

  private static RunReport run(RunContext context, Map<PlanNode, Dataset<Row>> given) {
    Execution execution = new Execution(context, given);
    RunReport report = execution.run();
    assertThat(execution.failure(report)).isEmpty();
    return report;
  }

  /** Counts how often each row is computed. */
  private Dataset<Row> rows(int from, int to) {
    LongAccumulator counter = computed;
    List<Item> all =
        IntStream.range(from, to).mapToObj(i -> new Item(i, "item " + i % 5)).toList();
    return RecordRows.dataset(spark, all, Item.class)
        .filter(
            (FilterFunction<Row>) row -> {
              counter.add(1);
              return true;
            });
  }

  private static List<Item> sorted(Gathered<Item> gathered) {
    return gathered.rows().stream().sorted((a, b) -> a.id() - b.id()).toList();
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
