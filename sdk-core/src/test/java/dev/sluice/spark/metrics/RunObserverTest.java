package dev.sluice.spark.metrics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.spark.bridge.OperatorFigures;
import dev.sluice.spark.bridge.ScanFigures;
import dev.sluice.spark.bridge.ScanIdentity;
import dev.sluice.spark.compile.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("smoke")
class RunObserverTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private static final CountDownLatch RUNNING = new CountDownLatch(1);
  private static final CountDownLatch RELEASED = new CountDownLatch(1);

  private static SparkSession spark;

  @TempDir
  Path dir;

  @BeforeAll
  static void start() {
    spark = TestSpark.session();
  }

  private Dataset<Row> numbers(long rows) {
    return spark.range(0, rows, 1, 4).toDF("n");
  }

  private RunFigures observed(String sink, Callable<?> work) throws Exception {
    try (RunObserver observer = RunObserver.start(spark, "run")) {
      observer.sink(sink, work);
      return observer.await(SOON);
    }
  }

  private Callable<Void> parquet(Dataset<Row> rows, String name) {
    return () -> {
      rows.write().parquet(dir.resolve(name).toString());
      return null;
    };
  }

  private static List<Path> dataFiles(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().startsWith("part-")).toList();
    }
  }

  @Test
  void countsTheRowsBytesAndFilesThatAreOnDisk() throws Exception {
    RunFigures figures = observed("out", parquet(numbers(1_000), "out"));

    SinkFigures sink = figures.sink("out").orElseThrow();
    long onDisk = 0;
    for (Path file : dataFiles(dir.resolve("out"))) {
      onDisk += Files.size(file);
    }
    assertThat(figures.doubts()).isEmpty();
    assertThat(sink.rows()).hasValue(1_000);
    assertThat(sink.bytes()).hasValue(onDisk);
    assertThat(sink.files()).hasValue(dataFiles(dir.resolve("out")).size());
    assertThat(sink.partitions()).hasValue(4);
    assertThat(sink.seconds()).isPositive();
    assertThat(sink.failure()).isEmpty();
  }

  @Test
  void countsWhatAScanOfFilesReads() throws Exception {
    parquet(numbers(1_000), "in").call();
    Dataset<Row> in = spark.read().parquet(dir.resolve("in").toString());

    RunFigures figures = observed("out", parquet(in.where("n % 2 = 0"), "out"));

    assertThat(figures.scans()).hasSize(1);
    ScanFigures scan = figures.scans().get(0);
    assertThat(scan.rows()).isEqualTo(1_000);
    assertThat(scan.files()).hasValue(4);
    assertThat(scan.bytes().orElseThrow()).isPositive();
    assertThat(scan.identity()).hasValue(ScanIdentity.ofSource(in).iterator().next());
  }

  @Test
  void givesTheRowsOfEachOperatorOfTheFinalAdaptivePlanInputsFirst() throws Exception {
    Dataset<Row> left = numbers(1_000).where("n >= 100").repartition(col("n"));
    Dataset<Row> right = numbers(500).withColumnRenamed("n", "m").repartition(col("m"));
    Dataset<Row> sums =
        left.join(right, left.col("n").equalTo(right.col("m")))
            .groupBy(col("n").mod(10).as("digit"))
            .agg(sum("n"));

    RunFigures figures = observed("sums", parquet(sums, "sums"));

    assertThat(figures.operators())
        .extracting(OperatorFigures::name, OperatorFigures::rows)
        .contains(tuple("Filter", 900L), tuple("BroadcastHashJoin", 400L))
        .endsWith(tuple("HashAggregate", 10L));
    assertThat(figures.sink("sums").orElseThrow().shuffleBytes()).isPositive();
  }

  @Test
  void namesTheOperatorsOfEachSparkStage() throws Exception {
    RunFigures figures =
        observed("sums", parquet(numbers(1_000).groupBy(col("n").mod(10)).count(), "sums"));

    assertThat(figures.sink("sums").orElseThrow().stages())
        .hasSize(2)
        .allSatisfy(stage -> assertThat(stage.operators()).contains("HashAggregate"))
        .allSatisfy(stage -> assertThat(stage.tasksDone()).isEqualTo(stage.tasks()));
  }

  @Test
  void showsTheShareOfTheLargestTask() throws Exception {
    Dataset<Row> skewed =
        numbers(1_000)
            .withColumn("key", when(col("n").lt(950), 0).otherwise(col("n")))
            .repartition(4, col("key"));

    RunFigures figures = observed("skewed", parquet(skewed, "skewed"));

    List<SparkStageFigures> stages = figures.sink("skewed").orElseThrow().stages();
    SparkStageFigures last = stages.get(stages.size() - 1);
    assertThat(last.rowsRead()).isEqualTo(1_000);
    assertThat(last.largestShareOfRows()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void countsTheRowsOfASinkThatIsNoFile() throws Exception {
    RunFigures figures = observed("list", () -> numbers(1_000).where("n < 7").collectAsList());

    SinkFigures sink = figures.sink("list").orElseThrow();
    assertThat(sink.rows()).hasValue(7);
    assertThat(sink.bytes()).isEmpty();
    assertThat(sink.files()).isEmpty();
  }

  @Test
  void countsTheRowsOfANoopWrite() throws Exception {
    RunFigures figures =
        observed(
            "noop",
            () -> {
              numbers(1_000).where("n < 70").write().format("noop").mode("overwrite").save();
              return null;
            });

    assertThat(figures.sink("noop").orElseThrow().rows()).hasValue(70);
  }

  @Test
  void countsTheRowsOfASinkThatWritesAnRdd() throws Exception {
    RunFigures figures =
        observed(
            "text",
            () -> {
              numbers(1_000).javaRDD().saveAsTextFile(dir.resolve("text").toString());
              return null;
            });

    SinkFigures sink = figures.sink("text").orElseThrow();
    assertThat(sink.rows()).hasValue(1_000);
    assertThat(sink.bytes().orElseThrow()).isPositive();
    assertThat(sink.files()).isEmpty();
  }

  @Test
  void givesWhatThereIsWhenTheTimeToWaitIsOver() throws Exception {
    try (RunObserver observer = RunObserver.start(spark, "run")) {
      observer.sink("list", () -> numbers(10).collectAsList());

      assertThat(observer.await(Duration.ZERO).sinks()).containsOnlyKeys("list");
    }
  }

  @Test
  void saysNothingOfRowsThatNoMetricCounts() throws Exception {
    RunFigures figures = observed("limited", () -> numbers(1_000).limit(5).collectAsList());

    assertThat(figures.sink("limited").orElseThrow().rows()).isEmpty();
  }

  @Test
  void leavesOutWorkThatIsNotOfTheRun() throws Exception {
    try (RunObserver observer = RunObserver.start(spark, "run")) {
      numbers(10).collectAsList();
      observer.sink("list", () -> numbers(20).collectAsList());
      numbers(30).collectAsList();

      RunFigures figures = observer.await(SOON);
      assertThat(figures.sinks()).containsOnlyKeys("list");
      assertThat(figures.sink("list").orElseThrow().executions()).hasSize(1);
      assertThat(figures.scans()).extracting(ScanFigures::rows).containsExactly(20L);
    }
  }

  @Test
  void tellsTheSinksOfOneRunApartThatAreWrittenAtTheSameTime() throws Exception {
    try (RunObserver observer = RunObserver.start(spark, "run")) {
      together(
          meeting -> () -> observer.sink("a, b", () -> metAndCollected(meeting, 100)),
          meeting -> () -> observer.sink("c", () -> metAndCollected(meeting, 200)));

      RunFigures figures = observer.await(SOON);
      assertThat(figures.sink("a, b").orElseThrow().rows()).hasValue(100);
      assertThat(figures.sink("c").orElseThrow().rows()).hasValue(200);
    }
  }

  @Test
  void tellsTwoRunsOfOneSessionApart() throws Exception {
    try (RunObserver one = RunObserver.start(spark, "1");
        RunObserver two = RunObserver.start(spark, "2")) {
      together(
          meeting -> () -> one.sink("out", () -> metAndCollected(meeting, 100)),
          meeting -> () -> two.sink("out", () -> metAndCollected(meeting, 200)));

      assertThat(one.await(SOON).sink("out").orElseThrow().rows()).hasValue(100);
      assertThat(two.await(SOON).sink("out").orElseThrow().rows()).hasValue(200);
    }
  }

  private Object metAndCollected(CyclicBarrier meeting, long rows) throws Exception {
    meeting.await();
    return numbers(rows).repartition(3).collectAsList();
  }

  private interface Work {
    Callable<Object> meetingAt(CyclicBarrier meeting);
  }

  private static void together(Work one, Work two) throws Exception {
    CyclicBarrier meeting = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<Object> first = pool.submit(one.meetingAt(meeting));
      Future<Object> second = pool.submit(two.meetingAt(meeting));
      first.get();
      second.get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void keepsTheFiguresOfARunThatFailsInATask() throws Exception {
    parquet(numbers(1_000).repartition(1), "in").call();
    Dataset<Row> failing =
        spark
            .read()
            .parquet(dir.resolve("in").toString())
            .groupBy("n")
            .count()
            .map(
                (MapFunction<Row, Long>) row -> {
                  if (row.getLong(0) == 7) {
                    throw new IllegalStateException("seven");
                  }
                  return row.getLong(0);
                },
                Encoders.LONG())
            .toDF("n");

    try (RunObserver observer = RunObserver.start(spark, "run")) {
      assertThatThrownBy(() -> observer.sink("out", parquet(failing, "out")))
          .isInstanceOf(SparkException.class);

      RunFigures figures = observer.await(SOON);
      SinkFigures sink = figures.sink("out").orElseThrow();
      assertThat(figures.doubts()).isEmpty();
      assertThat(sink.failure().orElseThrow()).contains("seven");
      assertThat(sink.rows()).isEmpty();
      assertThat(sink.files()).isEmpty();
      assertThat(figures.scans()).extracting(ScanFigures::rows).containsExactly(1_000L);
      assertThat(sink.stages().get(sink.stages().size() - 1).failure()).isPresent();
    }
  }

  @Test
  void cancelsTheWorkOfTheRunAlone() throws Exception {
    Dataset<Row> endless =
        numbers(4)
            .map(
                (MapFunction<Row, Long>) row -> {
                  RUNNING.countDown();
                  RELEASED.await();
                  return row.getLong(0);
                },
                Encoders.LONG())
            .toDF("n");
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (RunObserver observer = RunObserver.start(spark, "run")) {
      Future<?> work = pool.submit(() -> observer.sink("out", parquet(endless, "out")));
      RUNNING.await();

      observer.cancel("enough");

      assertThatThrownBy(work::get).rootCause().hasMessageContaining("enough");
      assertThat(observer.await(SOON).sink("out").orElseThrow().failure()).isPresent();
    } finally {
      RELEASED.countDown();
      pool.shutdown();
    }
    assertThat(numbers(10).collectAsList()).hasSize(10);
  }

  @Test
  void takesAnObservationInsideACachedDatasetOnceThoughTwoSinksReadIt() throws Exception {
    Dataset<Row> trunk =
        numbers(1_000)
            .observe("trunk", count(lit(1)).as("rows"), sum("n").as("total"))
            .where("n >= 100")
            .persist(StorageLevel.MEMORY_AND_DISK());
    try (RunObserver observer = RunObserver.start(spark, "run")) {
      observer.sink("a", parquet(trunk.where("n < 500"), "a"));
      observer.sink("b", parquet(trunk.groupBy(col("n").mod(10)).count(), "b"));

      RunFigures figures = observer.await(SOON);
      assertThat(figures.observed()).containsOnlyKeys("trunk");
      assertThat(figures.observed().get("trunk").<Long>getAs("rows")).isEqualTo(1_000);
      assertThat(figures.observed().get("trunk").<Long>getAs("total")).isEqualTo(499_500);
    } finally {
      trunk.unpersist(true);
    }
  }

  @Test
  void takesAnObservationInsideACachedDatasetThatTwoSinksFillAtTheSameTime() throws Exception {
    Dataset<Row> trunk =
        numbers(1_000).observe("trunk", count(lit(1)).as("rows")).where("n >= 100").persist();
    try (RunObserver observer = RunObserver.start(spark, "run")) {
      together(
          meeting -> () -> observer.sink("a", () -> metAndWritten(meeting, trunk, "a")),
          meeting -> () -> observer.sink("b", () -> metAndWritten(meeting, trunk, "b")));

      RunFigures figures = observer.await(SOON);
      assertThat(figures.observed().get("trunk").<Long>getAs("rows")).isEqualTo(1_000);
      assertThat(figures.scans()).extracting(ScanFigures::rows).containsExactly(1_000L);
    } finally {
      trunk.unpersist(true);
    }
  }

  private Object metAndWritten(CyclicBarrier meeting, Dataset<Row> rows, String name)
      throws Exception {
    meeting.await();
    return parquet(rows, name).call();
  }

  @Test
  void doubtsItsCountsWhenATaskFailsThatFilledACacheBefore() throws Exception {
    Dataset<Row> trunk = numbers(1_000).observe("trunk", count(lit(1)).as("rows")).persist();
    Dataset<Row> failing =
        trunk
            .map(
                (MapFunction<Row, Long>) row -> {
                  if (row.getLong(0) == 999) {
                    throw new IllegalStateException("the last row");
                  }
                  return row.getLong(0);
                },
                Encoders.LONG())
            .toDF("n");
    try (RunObserver observer = RunObserver.start(spark, "run")) {
      assertThatThrownBy(() -> observer.sink("a", parquet(failing, "a")));
      observer.sink("b", parquet(trunk, "b"));

      assertThat(observer.await(SOON).doubts())
          .singleElement()
          .asString()
          .contains("cache", "too small");
    } finally {
      trunk.unpersist(true);
    }
  }

  @Test
  void readsTheScanBehindACacheOnce() throws Exception {
    Dataset<Row> trunk = numbers(1_000).where("n >= 100").persist();
    try (RunObserver observer = RunObserver.start(spark, "run")) {
      observer.sink("a", parquet(trunk, "a"));
      observer.sink("b", parquet(trunk, "b"));

      RunFigures figures = observer.await(SOON);
      assertThat(figures.scans())
          .extracting(ScanFigures::rows, ScanFigures::cached)
          .containsExactly(tuple(1_000L, true));
      assertThat(figures.sink("b").orElseThrow().rows()).hasValue(900);
    } finally {
      trunk.unpersist(true);
    }
  }

  @Test
  void reportsAnObservationThatTwoExecutionsComputeOnce() throws Exception {
    Dataset<Row> rows = numbers(1_000).observe("seen", count(lit(1)).as("rows"));

    try (RunObserver observer = RunObserver.start(spark, "run")) {
      observer.sink("a", parquet(rows, "a"));
      observer.sink("b", parquet(rows.where("n < 10"), "b"));

      assertThat(observer.await(SOON).observed().get("seen").<Long>getAs("rows")).isEqualTo(1_000);
    }
  }

  @Test
  void tellsHowManyTasksAreDoneUpToTheLastOne() throws Exception {
    List<Integer> done = new ArrayList<>();
    AtomicInteger known = new AtomicInteger();
    try (RunObserver observer =
        RunObserver.start(
            spark,
            "run",
            (sink, tasksDone, tasksKnown) -> {
              done.add(tasksDone);
              known.set(tasksKnown);
            })) {
      observer.sink("out", parquet(numbers(1_000).groupBy(col("n").mod(10)).count(), "out"));
      observer.await(SOON);
    }

    assertThat(done).isSorted().doesNotHaveDuplicates().last().isEqualTo(known.get());
  }

  @Test
  void goesOnCountingWhenTheProgressListenerThrows() throws Exception {
    try (RunObserver observer =
        RunObserver.start(
            spark,
            "run",
            (sink, done, known) -> {
              throw new IllegalStateException("listener");
            })) {
      observer.sink("out", parquet(numbers(1_000), "out"));

      assertThat(observer.await(SOON).sink("out").orElseThrow().rows()).hasValue(1_000);
    }
  }

  @Test
  void leavesTheUsersOwnJobTagsOnTheThread() throws Exception {
    spark.sparkContext().addJobTag("mine");
    try {
      observed("out", () -> numbers(1).collectAsList());

      assertThat(spark.sparkContext().getJobTags().contains("mine")).isTrue();
      assertThat(spark.sparkContext().getJobTags().size()).isEqualTo(1);
    } finally {
      spark.sparkContext().removeJobTag("mine");
    }
  }

  @Test
  void leavesNothingOnTheListenerBus() throws Exception {
    int before = spark.sparkContext().listenerBus().listeners().size();
    for (int i = 0; i < 20; i++) {
      observed("out", () -> numbers(1).collectAsList());
    }

    assertThat(spark.sparkContext().listenerBus().listeners()).hasSize(before);
    assertThat(spark.sparkContext().listenerBus().activeQueues().contains("sluice")).isFalse();
  }
}
