package dev.sluice.stages;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunReport;
import dev.sluice.run.StageReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where Spark reads rows in part, twice or not at all, counts are right or not given. */
@SparkTest
class CountedRowsTest {

  record Item(int id, int shop) {}

  record Pair(int left, int right) {}

  record Total(long rows) {}

  private final InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
  private SparkKit kit;
  private SparkSession spark;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    spark = kit.spark();
  }

  @Test
  void aStageOnTheBroadcastSideOfAJoinIsCounted() {
    CheckedStage<Item> small = clean("small", items(100));
    joined(items(10), small.broadcast()).sink("pairs", InMemory.sink(Pair.class));

    assertCounted(kit.pipeline().run(spark), "small", 100, 10);
  }

  @Test
  void bothSidesOfAShuffledJoinAreCounted() {
    spark.conf().set("spark.sql.autoBroadcastJoinThreshold", -1);
    joined(clean("left", items(100)), clean("right", items(50)))
        .sink("pairs", InMemory.sink(Pair.class));

    RunReport report = kit.pipeline().run(spark);

    assertCounted(report, "left", 100, 10);
    assertCounted(report, "right", 50, 5);
  }

  @Test
  void aStageJoinedOrUnitedWithItselfIsCountedOnce() {
    CheckedStage<Item> clean = clean("clean", items(100));
    joined(clean, clean.union(clean)).sink("pairs", InMemory.sink(Pair.class));

    assertCounted(kit.pipeline().run(spark), "clean", 100, 10);
  }

  @Test
  void aStageUnderALimitIsNotCountedButItsRejectedRowsAreFound() {
    CheckedStage<Item> clean = clean("clean", items(100_000));
    clean.limit(3).sink("some", InMemory.sink(Item.class));
    clean.rejected().sink("rejected", rejected);

    RunReport report = kit.pipeline().run(spark);

    assertThatRows(Rejected.class, rejected.rows()).hasCount(10_000);
    assertCounted(report, "clean", 100_000, 10_000);
  }

  @Test
  void aStageOfWhichAllSinksNeedAPartOnlyHasNoCounts() {
    clean("clean", items(100_000)).limit(3).sink("some", InMemory.sink(Item.class));

    RunReport report = kit.pipeline().run(spark);

    assertThat(report.stage("clean").orElseThrow().rowsIn()).isEmpty();
    assertThat(report.notes()).anyMatch(note -> note.contains("clean"));
  }

  @Test
  void aSortedStageUnderALimitIsCounted() {
    clean("clean", items(1_000))
        .sort(asc(Item::id))
        .limit(3)
        .sink("first", InMemory.sink(Item.class));

    assertCounted(kit.pipeline().run(spark), "clean", 1_000, 100);
  }

  @Test
  void theSidesOfACartesianProductAreNotCountedManyTimes() {
    spark.conf().set("spark.sql.autoBroadcastJoinThreshold", -1);
    clean("left", items(20))
        .crossJoin(clean("right", items(20)))
        .select((a, b) -> row(Pair::new).of(a.col(Item::id), b.col(Item::id)))
        .sink("pairs", InMemory.sink(Pair.class));

    StageReport left = kit.pipeline().run(spark).stage("left").orElseThrow();

    assertThat(left.rowsIn().orElse(20)).isEqualTo(20);
  }

  @Test
  void aJoinThatTurnsOutEmptyLosesNoRejectedRow() {
    CheckedStage<Item> clean = clean("clean", items(100));
    joined(clean, items(100).filter(col(Item::id).lt(0))).sink("pairs", InMemory.sink(Pair.class));
    clean.rejected().sink("rejected", rejected);

    RunReport report = kit.pipeline().run(spark);

    assertThatRows(Rejected.class, rejected.rows()).hasCount(10);
    assertCounted(report, "clean", 100, 10);
  }

  @Test
  void aCountAloneStillCountsRejectedRows() {
    clean("clean", items(100))
        .aggregate(row(Total::new).of(count()))
        .sink("total", InMemory.sink(Total.class));

    assertCounted(kit.pipeline().run(spark), "clean", 100, 10);
  }

  @Test
  void chainsOfCleanStagesAreCountedEachForItself() {
    clean("second", clean("first", items(100)).filter(col(Item::id).lt(50)))
        .sink("items", InMemory.sink(Item.class));

    RunReport report = kit.pipeline().run(spark);

    assertCounted(report, "first", 100, 10);
    assertCounted(report, "second", 45, 0);
  }

  private static void assertCounted(RunReport report, String stage, long in, long rejected) {
    assertThat(report).receivedRows(stage, in).rejectedRows(stage, rejected).isConserved();
  }

  /** Rejects every tenth. */
  private static CheckedStage<Item> clean(String name, Stage<Item> items) {
    return items.clean(name, c -> c.require("shop", col(Item::shop).ne(0)));
  }

  private static Stage<Pair> joined(Stage<Item> left, Stage<Item> right) {
    return left.join(right)
        .on(Item::id).equalTo(Item::id)
        .select((a, b) -> row(Pair::new).of(a.col(Item::id), b.col(Item::id)));
  }

  private Stage<Item> items(long n) {
    return kit.source(
        Datasets.of(
            Item.class,
            spark.range(n).selectExpr("cast(id as int) as id", "cast(id % 10 as int) as shop")));
  }
}
