package dev.sluice.testkit;

import static dev.sluice.testkit.FixtureRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.testkit.bridge.SparkInternals;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** What a test leaves behind is named, and gone. */
class LeaksTest {

  private static final String END =
      "\nIt is cleaned up now, as far as that is possible; @SparkTest(leaks = Leaks.CLEAN) does so"
          + " without a failure.";

  @SparkTest
  static class LeavesAQuery {
    @Test
    void running(SparkSession spark, SparkKit kit) throws Exception {
      start(spark, kit);
    }
  }

  record Tick(int number) {}

  @SparkTest
  static class LeavesAStream {
    @Test
    void running(SparkSession spark, SparkKit kit) {
      StreamInput<Tick> ticks = StreamInput.of(Tick.class);
      Pipeline clock = Pipeline.named("clock");
      clock.source("ticks", ticks).sink("all", InMemory.sink(Tick.class));
      Streaming.of(clock).checkpoints(kit.path("checkpoints")).start(spark);
    }

    @Test
    void butNotOneThatTheKitDrives(SparkKit kit) {
      Pipeline clock = Pipeline.named("clock");
      clock.source("ticks", StreamInput.of(Tick.class)).sink("all", InMemory.sink(Tick.class));
      kit.stream(clock).process();
    }
  }

  @SparkTest(leaks = Leaks.CLEAN)
  @TestMethodOrder(MethodName.class)
  static class MayLeaveAQuery {
    @Test
    void a_running(SparkSession spark, SparkKit kit) throws Exception {
      start(spark, kit);
      spark.range(9).cache().count();
    }

    @Test
    void b_findsNothing(SparkSession spark) {
      assertThat(spark.streams().active()).isEmpty();
      assertThat(SparkInternals.persisted(spark)).isEmpty();
    }
  }

  private static void start(SparkSession spark, SparkKit kit) throws Exception {
    Files.createDirectory(kit.directory().resolve("in"));
    Files.writeString(kit.directory().resolve("in/a.txt"), "a line");
    spark
        .readStream()
        .text(kit.path("in"))
        .writeStream()
        .queryName("ticks")
        .format("noop")
        .option("checkpointLocation", kit.path("checkpoint"))
        .start()
        .processAllAvailable();
  }

  @SparkTest
  static class LeavesCachedData {
    @Test
    void computed(SparkSession spark) {
      spark.range(10).filter("id > 3").cache().count();
    }

    @Test
    void notComputed(SparkSession spark) {
      spark.range(10).filter("id > 4").cache();
    }

    @Test
    void asATable(SparkSession spark) {
      spark.range(10).createOrReplaceTempView("numbers");
      spark.catalog().cacheTable("numbers");
      assertThat(spark.table("numbers").count()).isEqualTo(10);
    }

    @Test
    void asAnRdd(SparkSession spark) {
      spark.range(10).toJavaRDD().setName("my numbers").cache().count();
    }

    @Test
    void butNotWhenReleased(SparkSession spark) {
      Dataset<Long> numbers = spark.range(10).cache();
      assertThat(numbers.count()).isEqualTo(10);
      numbers.unpersist(true);
    }
  }

  @SparkTest
  static class CachesForAllTests {
    private static Dataset<Long> numbers;

    @BeforeAll
    static void once(SparkSession spark) {
      numbers = spark.range(10).cache();
      numbers.count();
    }

    @Test
    void one(SparkSession spark) {
      assertThat(SparkInternals.persisted(spark)).hasSize(1);
    }

    @Test
    void another(SparkSession spark) {
      assertThat(SparkInternals.persisted(spark)).hasSize(1);
    }

    @AfterAll
    static void release() {
      numbers.unpersist(true);
      numbers = null;
    }
  }

  @SparkTest
  static class CachesForAllTestsAndForEver {
    @BeforeAll
    static void once(SparkSession spark) {
      spark.range(10).cache().count();
    }

    @Test
    void passes() {}
  }

  @SparkTest
  static class HasATimeout {
    @Test
    @Timeout(60)
    void passes() {}
  }

  @SparkTest
  static class LeavesAThread {
    private static final CountDownLatch END = new CountDownLatch(1);

    @Test
    void waiting() {
      new Thread(LeavesAThread::await, "poller").start();
    }

    @Test
    void butNotADaemon() {
      Thread daemon = new Thread(LeavesAThread::await, "daemon");
      daemon.setDaemon(true);
      daemon.start();
    }

    @Test
    void butNotOneThatEnds() {
      new Thread(() -> {}, "short").start();
    }

    static void await() {
      try {
        END.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @SparkTest
  static class LeavesAFile {
    @Test
    void besideItsDirectory(SparkKit kit) throws Exception {
      Files.writeString(kit.directory().resolveSibling("lost.txt"), "lost");
      Files.writeString(kit.directory().resolve("own.txt"), "own");
    }
  }

  @SparkTest
  static class FailsAndLeaks {
    @Test
    void both(SparkSession spark) {
      spark.range(10).cache().count();
      throw new IllegalStateException("its own failure");
    }

    @AfterEach
    void nothingIsCleanYet(SparkSession spark) {
      assertThat(SparkInternals.persisted(spark)).hasSize(1);
    }
  }

  private static String onlyFailure(Class<?> fixture) {
    FixtureRun run = run(fixture);
    assertThat(run.failures()).hasSize(1);
    return run.failures().get(0);
  }

  @Test
  void namesAStreamingQueryThatRuns() {
    assertThat(onlyFailure(LeavesAQuery.class))
        .isEqualTo(
            "LeavesAQuery.running left behind:\n  - streaming query \"ticks\" still runs: stop() it"
                + END);
    assertThat(SparkInternals.activeQueries(SparkInternals.defaultSession().orElseThrow()))
        .isEmpty();
  }

  @Test
  void namesThePipelineOfAStreamThatStillRuns() {
    assertThat(onlyFailure(LeavesAStream.class))
        .isEqualTo(
            "LeavesAStream.running left behind:\n"
                + "  - the stream of pipeline \"clock\" still runs (its query \"stream\"): close() or"
                + " drain() it"
                + END);
    assertThat(SparkInternals.activeQueries(SparkInternals.defaultSession().orElseThrow()))
        .isEmpty();
  }

  @Test
  void cleansSilentlyOnRequest() {
    FixtureRun run = run(MayLeaveAQuery.class);
    assertThat(run.failures()).isEmpty();
    assertThat(run.succeeded()).isEqualTo(2);
  }

  @Test
  void namesCachedData() {
    FixtureRun run = run(LeavesCachedData.class);
    assertThat(run.succeeded()).isEqualTo(1);
    assertThat(run.failures())
        .hasSize(4)
        .anySatisfy(
            text -> assertThat(text)
                .startsWith(
                    "LeavesCachedData.computed left behind:\n"
                        + "  - cached data is not released: unpersist() it, here *(1) Filter"))
        .anySatisfy(
            text -> assertThat(text)
                .isEqualTo(
                    "LeavesCachedData.notComputed left behind:\n"
                        + "  - a dataset is marked to be cached, though nothing used it:"
                        + " unpersist() it"
                        + END))
        .anySatisfy(text -> assertThat(text).contains("here In-memory table numbers"))
        .anySatisfy(text -> assertThat(text).contains("here my numbers"));
    SparkSession spark = SparkInternals.defaultSession().orElseThrow();
    assertThat(SparkInternals.persisted(spark)).isEmpty();
    assertThat(SparkInternals.cacheIsEmpty(spark)).isTrue();
  }

  @Test
  void leavesAloneWhatTheClassCachedForItsTests() {
    FixtureRun run = run(CachesForAllTests.class);
    assertThat(run.failures()).isEmpty();
    assertThat(run.succeeded()).isEqualTo(2);
  }

  @Test
  void namesWhatTheClassCachedAndDidNotRelease() {
    assertThat(onlyFailure(CachesForAllTestsAndForEver.class))
        .startsWith(
            "CachesForAllTestsAndForEver left behind:\n  - cached data is not released: unpersist()"
                + " it, here *(1) Range");
  }

  @Test
  void namesAThreadThatIsNoDaemon() {
    try {
      String failure = onlyFailure(LeavesAThread.class);
      assertThat(failure)
          .startsWith("LeavesAThread.waiting left behind:\n  - thread \"poller\" still runs and is")
          .contains(
              "no daemon, at dev.sluice.testkit.LeaksTest$LeavesAThread.await(LeaksTest.java:");
    } finally {
      LeavesAThread.END.countDown();
    }
  }

  @Test
  void leavesAloneTheThreadOfJUnitForTimeouts() {
    assertThat(run(HasATimeout.class).failures()).isEmpty();
  }

  @Test
  void namesAFileBesideTheDirectoryOfTheTest() {
    assertThat(onlyFailure(LeavesAFile.class))
        .startsWith("LeavesAFile.besideItsDirectory left behind:\n  - ")
        .contains("lost.txt was written beside the test's own directory: use SparkKit.directory()");
  }

  @Test
  void aFailureOfTheTestsOwnIsTheOnlyOne() {
    assertThat(onlyFailure(FailsAndLeaks.class)).isEqualTo("its own failure");
    assertThat(SparkInternals.persisted(SparkInternals.defaultSession().orElseThrow())).isEmpty();
  }
}
