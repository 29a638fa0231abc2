package dev.sluice.spark.run;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.lit;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.expr.Udf;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.run.PipelineRun;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunListener;
import dev.sluice.run.RunOptions;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.run.SinkReport;
import dev.sluice.run.StageReport;
import dev.sluice.spark.compile.Gathered;
import dev.sluice.spark.compile.Latches;
import dev.sluice.spark.compile.TestSpark;
import dev.sluice.spark.metrics.RunEvents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a run goes from its start to its end, also where it goes wrong. */
@Timeout(120)
@Tag("smoke")
class BatchRunTest {

  record Item(int id, String name) {}

  record Count(String name, long items) {}

  private final SparkSession spark = TestSpark.session();
  private final Pipeline pipeline = Pipeline.named("runs");
  private int sources;
  private final LongAccumulator calls = spark.sparkContext().longAccumulator();

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(spark.sparkContext().getPersistentRDDs().isEmpty()).isTrue();
    assertThat(
        ((org.apache.spark.sql.classic.SparkSession) spark)
            .sharedState()
            .cacheManager()
            .isEmpty())
        .isTrue();
  }

  @Test
  void aSharedStageIsComputedOnceAndReleased() {
    Gathered<Item> a = Gathered.adding(Item.class);
    Gathered<Item> b = Gathered.adding(Item.class);
    Stage<Item> counted = counted(10).sink("a", a);
    counted.filter(col(Item::id).lt(5)).sink("b", b);

    RunReport report = pipeline.run(spark);

    assertThat(calls.value()).isEqualTo(10);
    assertThat(a.rows()).hasSize(10);
    assertThat(b.rows()).hasSize(5);
    assertThat(report.sink("a").orElseThrow().rows()).hasValue(10);
    assertThat(report.sink("b").orElseThrow().rows()).hasValue(5);
  }

  @Test
  void aSharedStageIsReadBackFromASinkThatWritesIt(@TempDir Path dir) {
    Gathered<Item> b = Gathered.adding(Item.class);
    Stage<Item> counted = counted(10);
    counted.filter(col(Item::id).lt(5)).sink("b", b);
    counted.sink("a", Files.parquet(Item.class, dir.resolve("a").toString()).errorIfExists());

    RunReport report = pipeline.run(spark);

    assertThat(calls.value()).isEqualTo(10);
    assertThat(b.rows()).hasSize(5);
    assertThat(report.sink("a").orElseThrow().rows()).hasValue(10);
  }

  @Test
  void countsOfASharedCleanStageAreCountedOnce() {
    Stage<Item> clean =
        items(10).clean("clean", c -> c.dedupe(Item::id).require("small", col(Item::id).lt(8)));
    clean.sink("a", Gathered.adding(Item.class));
    clean.sink("b", Gathered.adding(Item.class));

    RunReport report = pipeline.run(spark);

    assertThat(report.stage("clean").orElseThrow().conserved()).isTrue();
    assertThat(report.stage("clean").orElseThrow().rowsIn()).hasValue(10);
  }

  @Test
  void aSinkThatLeavesAloneWhatIsThereSaysSo(@TempDir Path dir) {
    items(3).sink("a", Files.parquet(Item.class, dir.resolve("a").toString()).ignoreIfExists());
    pipeline.run(spark);

    RunReport report = pipeline.run(spark);

    assertThat(report.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(report.sink("a").orElseThrow().status()).isEqualTo(RunStatus.SKIPPED);
    assertThat(report.sink("a").orElseThrow().rows()).hasValue(0);
    assertThat(report.toText()).contains("skipped");
  }

  @Test
  void anErrorOfAListenerLosesNeitherTheRunNorItsReport() {
    Gathered<Item> a = Gathered.adding(Item.class);
    items(3).sink("a", a);
    RunListener failing =
        new RunListener() {
          @Override
          public void runStarted(RunStarted event) {
            throw new AssertionError("at the start");
          }

          @Override
          public void sinkFinished(SinkFinished event) {
            throw new StackOverflowError("after a sink");
          }

          @Override
          public void runFinished(RunReport report) {
            throw new AssertionError("at the end");
          }
        };

    RunReport report = pipeline.run(spark, RunOptions.defaults().listener(failing));

    assertThat(report.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(a.rows()).hasSize(3);
  }

  @Test
  void aUsersOwnCacheOutlivesTheRun() {
    var own = spark.range(5).selectExpr("cast(id as int) id", "'n' name").persist();
    own.count();
    Stage<Count> counts =
        pipeline
            .source("items", Datasets.of(Item.class, own))
            .groupBy(Item::name)
            .aggregate(row(Count::new).of(key(Item::name), count()));
    counts.sink("a", Gathered.adding(Count.class)).sink("b", Gathered.adding(Count.class));

    pipeline.run(spark);

    assertThat(own.storageLevel().useMemory()).isTrue();
    own.unpersist(true);
  }

  @Test
  void independentSinksAreWrittenAtTheSameTime() {
    CyclicBarrier both = new CyclicBarrier(2);
    items(1).sink("a", Gathered.calling(Item.class, rows -> meet(both)));
    items(1).sink("b", Gathered.calling(Item.class, rows -> meet(both)));

    assertThat(pipeline.run(spark).status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void noMoreSinksAreWrittenAtATimeThanAllowed() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    for (int i = 0; i < 5; i++) {
      items(1)
          .sink(
              "sink " + i,
              Gathered.calling(
                  Item.class,
                  rows -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    rows.count();
                    now.decrementAndGet();
                  }));
    }

    pipeline.run(spark, RunOptions.defaults().parallelSinks(2));

    assertThat(most).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void theFirstFailureStopsTheOthersAndLeavesWhatWasWritten() {
    Gathered<Item> first = Gathered.adding(Item.class);
    Gathered<Item> never = Gathered.adding(Item.class);
    items(3).sink("first", first);
    items(3).sink("second", Gathered.calling(Item.class, rows -> fail("disk full")));
    items(3).sink("third", never);

    RunFailedException failure =
        catchThrowableOfType(
            RunFailedException.class,
            () -> pipeline.run(spark, RunOptions.defaults().parallelSinks(1)));

    assertThat(failure)
        .hasMessageContaining("sink 'second' failed: disk full")
        .hasMessageContaining("BatchRunTest.java:");
    assertThat(failure.report().status()).isEqualTo(RunStatus.FAILED);
    assertThat(failure.report().sinks())
        .extracting(SinkReport::status)
        .containsExactly(RunStatus.SUCCEEDED, RunStatus.FAILED, RunStatus.CANCELLED);
    assertThat(failure.report().sink("second").orElseThrow().error())
        .get()
        .asString()
        .contains("disk full");
    assertThat(first.rows()).hasSize(3);
    assertThat(never.timesWritten()).isZero();
  }

  @Test
  void aFailureCancelsTheJobsOfOtherSinks() {
    CountDownLatch running = new CountDownLatch(1);
    spin(running).sink("endless", InMemory.sink(Item.class));
    items(1).sink("failing", Gathered.calling(Item.class, rows -> failAfter(running)));

    RunFailedException failure =
        catchThrowableOfType(RunFailedException.class, () -> pipeline.run(spark));

    assertThat(failure.report().sink("endless").orElseThrow().status())
        .isEqualTo(RunStatus.CANCELLED);
    assertThat(failure.report().sink("failing").orElseThrow().status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void anErrorOfAnExpressionNamesItsLine() {
    record Ratio(int id, double value) {}
    items(3)
        .select(row(Ratio::new)
            .of(col(Item::id), lit(1.0).dividedBy(col(Item::id).toDouble()))) // the line
        .named("ratios")
        .sink("ratios", InMemory.sink(Ratio.class));

    assertThatThrownBy(() -> pipeline.run(spark))
        .hasMessageContaining("stage 'ratios' (BatchRunTest.java:")
        .hasMessageContaining("DIVIDE_BY_ZERO")
        .hasMessageNotContaining("== DataFrame ==");
  }

  @Test
  void anErrorOfASinkFailsTheRunAsAnExceptionDoes() {
    items(1)
        .sink(
            "broken",
            Gathered.calling(
                Item.class,
                rows -> {
                  throw new StackOverflowError("too deep");
                }));

    assertThatThrownBy(() -> pipeline.run(spark))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("too deep");
  }

  @Test
  void aRunThatIsCancelledEndsWithTheReason() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    spin(running).sink("endless", InMemory.sink(Item.class));
    items(1).sink("waiting", InMemory.sink(Item.class));
    PipelineRun run = pipeline.start(spark, RunOptions.defaults().parallelSinks(1));
    running.await();

    run.cancel("not needed any more");

    assertThatThrownBy(run::await)
        .isInstanceOfSatisfying(
            RunFailedException.class,
            e -> {
              assertThat(e).hasMessageContaining("was cancelled: not needed any more");
              assertThat(e.report().status()).isEqualTo(RunStatus.CANCELLED);
              assertThat(e.report().sinks()).allMatch(sink -> sink.status() == RunStatus.CANCELLED);
            });
  }

  @Test
  void aCancelledRunStartsNoFurtherJob() throws InterruptedException {
    CountDownLatch inSink = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    spin(never)
        .sink(
            "late",
            Gathered.calling(
                Item.class,
                rows -> {
                  inSink.countDown();
                  await(goOn);
                }));
    PipelineRun run = pipeline.start(spark, RunOptions.defaults());
    inSink.await();

    run.cancel("too late");
    goOn.countDown();

    assertThatThrownBy(run::await).hasMessageContaining("too late");
  }

  @Test
  void interruptingWhoWaitsCancelsTheRunAndKeepsTheInterrupt() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    spin(running).sink("endless", InMemory.sink(Item.class));
    List<Object> seen = Collections.synchronizedList(new ArrayList<>());
    Thread waiting =
        new Thread(
            () -> {
              try {
                pipeline.run(spark);
              } catch (RunFailedException e) {
                seen.add(e.report().status());
                seen.add(Thread.currentThread().isInterrupted());
              }
            });
    waiting.start();
    running.await();

    waiting.interrupt();
    waiting.join();

    assertThat(seen).containsExactly(RunStatus.CANCELLED, true);
  }

  @Test
  void listenersHearTheRunInOrder() {
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    items(1).sink("a", InMemory.sink(Item.class));
    items(1).sink("b", InMemory.sink(Item.class));

    pipeline.run(
        spark,
        RunOptions.defaults()
            .parallelSinks(1)
            .listener(
                new RunListener() {
                  @Override
                  public void runStarted(RunStarted event) {
                    events.add("run started");
                  }

                  @Override
                  public void sinkStarted(SinkStarted event) {
                    events.add(event.sink() + " started");
                  }

                  @Override
                  public void sinkFinished(SinkFinished event) {
                    events.add(event.sink() + " " + event.status());
                  }

                  @Override
                  public void runFinished(RunReport report) {
                    events.add("run " + report.status());
                  }
                }));

    assertThat(events)
        .containsExactly(
            "run started", "a started", "a SUCCEEDED", "b started", "b SUCCEEDED", "run SUCCEEDED");
  }

  @Test
  void jobsAreShownUnderThePipelinesStagesAndSinks() throws TimeoutException {
    Set<String> descriptions = ConcurrentHashMap.newKeySet();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            descriptions.add(job.properties().getProperty("spark.job.description"));
          }
        };
    spark.sparkContext().addSparkListener(listener);
    Stage<Item> items = items(3).named("small items");
    items.dedupe(Item::id).named("unique items").sink("a", InMemory.sink(Item.class));

    pipeline.run(spark);

    spark.sparkContext().listenerBus().waitUntilEmpty();
    assertThat(descriptions).contains("runs: unique items -> a");
    spark.sparkContext().removeSparkListener(listener);
  }

  @Test
  void aStageReadBackFromASinkKeepsItsCounts(@TempDir Path dir) {
    CheckedStage<Item> clean =
        items(10).clean("clean", c -> c.dedupe(Item::id).require("small", col(Item::id).lt(8)));
    clean.filter(col(Item::id).lt(2)).sink("b", Gathered.adding(Item.class));
    clean.sink("a", Files.parquet(Item.class, dir.resolve("a").toString()).errorIfExists());
    Gathered<Rejected> rejected = Gathered.adding(Rejected.class);
    clean.rejected().sink("rejected", rejected);

    StageReport report = pipeline.run(spark).stage("clean").orElseThrow();

    assertThat(report.conserved()).isTrue();
    assertThat(report.rejectedRows()).hasValue(2);
    assertThat(rejected.rows()).hasSize(2);
  }

  @Test
  void sinksMayWaitForStoresAndCachesOfEachOther(@TempDir Path dir) {
    Stage<Item> first = items(10).dedupe(Item::id).named("first");
    Stage<Item> second = first.dedupe(Item::name).named("second");
    Gathered<Item> b = Gathered.adding(Item.class);
    first.union(second).sink("both", b);
    second.filter(col(Item::id).lt(5)).sink("cached", Gathered.adding(Item.class));
    first.sink("stored", Files.parquet(Item.class, dir.resolve("a").toString()).errorIfExists());

    RunReport report = pipeline.run(spark);

    assertThat(b.rows()).hasSize(20);
    assertThat(report.sinks()).allMatch(sink -> sink.status() == RunStatus.SUCCEEDED);
  }

  @Test
  void theSamePipelineMayRunTwiceAtOnce() {
    Gathered<Item> a = Gathered.adding(Item.class);
    Stage<Item> clean = counted(20).clean("clean", c -> c.require("small", col(Item::id).lt(15)));
    clean.sink("a", a);
    clean.dedupe(Item::id).sink("b", Gathered.adding(Item.class));

    PipelineRun one = pipeline.start(spark, RunOptions.defaults());
    PipelineRun two = pipeline.start(spark, RunOptions.defaults());
    List<RunReport> reports = List.of(one.await(), two.await());

    assertThat(a.rows()).hasSize(30);
    assertThat(reports)
        .allSatisfy(
            report -> {
              assertThat(report.sink("a").orElseThrow().rows()).hasValue(15);
              assertThat(report.stage("clean").orElseThrow().rejectedRows()).hasValue(5);
            });
    assertThat(calls.value()).isEqualTo(40);
  }

  @Test
  void aRunWithoutRowsSucceeds(@TempDir Path dir) {
    items(0)
        .clean("clean", c -> c.require("small", col(Item::id).lt(15)))
        .sink("a", Files.parquet(Item.class, dir.resolve("a").toString()).errorIfExists());

    RunReport report = pipeline.run(spark);

    assertThat(report.sink("a").orElseThrow().rows()).hasValue(0);
  }

  @Test
  void problemsOfAllSourcesAndSinksAreToldTogetherBeforeAnyJob(@TempDir Path dir) {
    String missing = dir.resolve("missing").toString();
    String there = dir.resolve("there").toString();
    spark.range(1).write().parquet(there);
    pipeline
        .source("first", Files.parquet(Item.class, missing))
        .sink("there", Files.parquet(Item.class, there).errorIfExists());
    pipeline
        .source("second", Files.parquet(Item.class, missing + "2"))
        .sink("memory", InMemory.sink(Item.class));

    assertThatThrownBy(() -> pipeline.run(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("'first'")
        .hasMessageContaining("'second'")
        .hasMessageContaining("'there'");
  }

  @Test
  void twentyRunsLeaveNoThreadAndNoListener() {
    items(1).sink("a", InMemory.sink(Item.class));
    pipeline.run(spark);

    for (int i = 0; i < 20; i++) {
      pipeline.run(spark);
    }

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("sluice-") && thread.isAlive())
        .hasSizeLessThan(4);
    assertThat(
        spark
            .sparkContext()
            .listenerBus()
            .findListenersByClass(scala.reflect.ClassTag.apply(RunEvents.class))
            .isEmpty())
        .isTrue();
  }

  /** Rows whose names are computed by a function that counts its calls. */
  private Stage<Item> counted(int n) {
    LongAccumulator counter = calls;
    Udf<String, String> count =
        udf(
            "count",
            String.class,
            String.class,
            name -> {
              counter.add(1);
              return name;
            });
    return inTasks(n).select(row(Item::new).of(col(Item::id), count.call(col(Item::name))));
  }

  /**
   * Rows that only tasks compute with. What is computed of rows in memory, Spark's optimizer does,
   * on the thread of whoever plans, where an accumulator is not safe.
   */
  private Stage<Item> inTasks(int n) {
    return pipeline.source(
        "range " + sources++,
        Datasets.of(
            Item.class, spark.range(n).selectExpr("cast(id as int) id", "concat('n', id) name")));
  }

  private CheckedStage<Item> items(int n) {
    return pipeline.source(
        "items " + sources++,
        InMemory.rows(
            Item.class, IntStream.range(0, n).mapToObj(i -> new Item(i, "n" + i)).toList()));
  }

  /** Rows that never come, in tasks that end when they are killed. */
  private Stage<Item> spin(CountDownLatch running) {
    Latches.put(running);
    Udf<String, String> spin = udf("spin", String.class, String.class, Latches::spin);
    return inTasks(1).select(row(Item::new).of(col(Item::id), spin.call(col(Item::name))));
  }

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }

  private static void failAfter(CountDownLatch latch) {
    await(latch);
    fail("disk full");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
