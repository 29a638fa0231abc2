package dev.sluice.stages;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.quality.CleanRules;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RuleCount;
import dev.sluice.run.RunReport;
import dev.sluice.run.StageReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clean stages accept, reject, drop and count. */
@SparkTest
class CleanStageTest {

  record Item(int id, String name, Integer stock, Double price) {}

  private final InMemorySink<Item> accepted = InMemory.sink(Item.class);
  private final InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  @Test
  void aRowThatBreaksTwoRulesIsRejectedOnceWithBothReasons() {
    RunReport report =
        run(
            c -> c
                .require("has stock", col(Item::stock).gt(0))
                .require("has a price", col(Item::price).gt(0.0))
                .require("has a name", col(Item::name).isNotNull()),
            new Item(1, "pen", 0, -1.0),
            new Item(2, "cup", 3, 2.0));

    assertThat(rejected.rows())
        .extracting(Rejected::reasons)
        .containsExactly(List.of("has stock", "has a price"));
    assertThatRows(Item.class, accepted.rows()).hasRows(new Item(2, "cup", 3, 2.0));
    assertThat(report).rejectedRows("clean", 1).isConserved();
    assertThat(stage(report).rejected())
        .containsExactly(
            RuleCount.of("has stock", 1),
            RuleCount.of("has a price", 1),
            RuleCount.of("has a name", 0));
  }

  @Test
  void aConditionThatIsNullBreaksARuleUnlessItIsToldOtherwise() {
    RunReport report =
        run(
            c -> c
                .require("stock", col(Item::stock).gt(0))
                .requireUnlessNull("price", col(Item::price).gt(0.0))
                .warn("named", col(Item::name).eq("pen"))
                .warnUnlessNull("named or null", col(Item::name).eq("pen")),
            new Item(1, "pen", null, 1.0),
            new Item(2, null, 1, null),
            new Item(3, "cup", 1, Double.NaN));

    assertThat(rejected.rows()).extracting(Rejected::reasons).containsExactly(List.of("stock"));
    assertThatRows(Item.class, accepted.rows())
        .hasRows(new Item(2, null, 1, null), new Item(3, "cup", 1, Double.NaN));
    assertThat(stage(report).warned())
        .containsExactly(RuleCount.of("named", 2), RuleCount.of("named or null", 1));
  }

  @Test
  void aRuleSeesTheFixesBeforeItAndTheRejectedRowShowsNone() {
    run(
        c -> c
            .require("stock is there", col(Item::stock).isNotNull())
            .fill(Item::price).with(1.0)
            .trim(Item::name)
            .require("price is one", col(Item::price).eq(1.0))
            .require("no cups", col(Item::name).ne("cup")),
        new Item(1, " pen ", 1, null),
        new Item(2, " cup ", null, null));

    assertThatRows(Item.class, accepted.rows()).hasRows(new Item(1, "pen", 1, 1.0));
    assertThat(rejected.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.reasons()).containsExactly("stock is there", "no cups");
              assertThat(row.row())
                  .isEqualTo("{\"id\":2,\"name\":\" cup \",\"stock\":null,\"price\":null}");
            });
  }

  @Test
  void aRejectedRowIsTheOneThatCameInAlsoAfterARemovalOfDuplicates() {
    run(
        c -> c
            .trim(Item::name)
            .fill(Item::stock).with(7)
            .dedupe(Item::name)
            .set(Item::price).to(col(Item::price).times(2.0))
            .require("cheap", col(Item::price).lt(10.0)),
        new Item(1, " pen ", null, 6.0),
        new Item(2, "cup", 1, 1.0));

    assertThat(rejected.rows())
        .extracting(Rejected::row)
        .containsExactly("{\"id\":1,\"name\":\" pen \",\"stock\":null,\"price\":6.0}");
    assertThatRows(Item.class, accepted.rows()).hasRows(new Item(2, "cup", 1, 2.0));
  }

  @Test
  void aRemovalOfDuplicatesSeesOnlyRowsThatBrokeNoRuleBefore() {
    RunReport report =
        run(
            c -> c
                .require("stock", col(Item::stock).gt(0))
                .keepFirst(asc(Item::id))
                .per(Item::name)
                .require("price", col(Item::price).gt(0.0)),
            new Item(1, "pen", 0, 1.0),
            new Item(2, "pen", 1, 1.0),
            new Item(3, "pen", 1, 1.0),
            new Item(4, "cup", 1, -1.0),
            new Item(5, "cup", 1, 1.0));

    assertThatRows(Item.class, accepted.rows()).hasRows(new Item(2, "pen", 1, 1.0));
    assertThat(rejected.rows())
        .extracting(Rejected::reasons)
        .containsExactlyInAnyOrder(List.of("stock"), List.of("price"));
    assertThat(report)
        .receivedRows("clean", 5)
        .acceptedRows("clean", 1)
        .rejectedRows("clean", 2)
        .isConserved();
    assertThat(stage(report).dropped()).containsExactly(RuleCount.of("duplicate name", 2));
  }

  @Test
  void aLeadingRemovalOfDuplicatesIsCountedToo() {
    RunReport report =
        run(
            c -> c.dedupe(Item::id).dedupe(Item::name),
            new Item(1, "pen", 0, 1.0),
            new Item(1, "pen", 0, 1.0),
            new Item(2, "pen", 1, 1.0));

    assertThat(report).receivedRows("clean", 3).isConserved();
    assertThat(stage(report).dropped())
        .containsExactly(RuleCount.of("duplicate id", 1), RuleCount.of("duplicate name", 1));
  }

  @Test
  void aRowIsEitherAcceptedOrRejectedThoughAnyOfItsDuplicatesMayBeKept() {
    Item[] items = new Item[400];
    for (int i = 0; i < items.length; i++) {
      items[i] = new Item(i, "name" + i % 40, i % 2, 1.0);
    }

    RunReport report =
        run(c -> c.dedupe(Item::name).require("stock", col(Item::stock).eq(1)), items);

    assertThat(report).rejectedRows("clean", rejected.rows().size()).isConserved();
    assertThat(accepted.rows().size() + rejected.rows().size()).isEqualTo(40);
  }

  @Test
  void stagesBeforeGiveTheSameRowsForAcceptedAndRejectedOnes(SparkSession spark) {
    Dataset<Row> shuffled =
        spark
            .range(0, 2_000, 1, 8)
            .selectExpr(
                "cast(id as int) id",
                "concat('n', id % 100) name",
                "cast(id % 2 as int) stock",
                "1.0D price");
    CheckedStage<Item> clean =
        kit.source(Datasets.of(Item.class, shuffled))
            .dedupe(Item::name)
            .limit(60)
            .clean("clean", c -> c.require("stock", col(Item::stock).eq(1)));
    clean.sink("items", accepted);
    clean.rejected().sink("rejected", rejected);

    RunReport report = kit.pipeline().run(spark);

    assertThat(report).rejectedRows("clean", rejected.rows().size());
    assertThat(accepted.rows().size() + rejected.rows().size()).isEqualTo(60);
  }

  @Test
  void aNullInAPrimitiveComponentOfASourceIsAReasonOfItsOwn(SparkSession spark) {
    CheckedStage<Item> clean =
        kit.source(
            Datasets.of(
                Item.class,
                spark.sql(
                    "select cast(null as int) id, 'a' name, 1 stock, 1.0D price"
                        + " union all select 1, 'b', 0, 1.0D")))
            .filter(col(Item::name).isNotNull())
            .clean("clean", c -> c.dedupe(Item::id).require("stock", col(Item::stock).gt(0)));
    clean.sink("items", accepted);
    clean.rejected().sink("rejected", rejected);

    RunReport report = kit.pipeline().run(spark);

    assertThat(rejected.rows())
        .extracting(Rejected::reasons)
        .containsExactlyInAnyOrder(List.of("id is NULL"), List.of("stock"));
    assertThat(report).receivedRows("clean", 2).rejectedRows("clean", 2);
  }

  @Test
  void aSecondCleanStageDoesNotAskForPrimitivesAgain() {
    kit.rows(Item.class, new Item(1, "pen", 1, 1.0))
        .clean("first", c -> c.require("stock", col(Item::stock).gt(0)))
        .clean("second", c -> c.require("price", col(Item::price).gt(0.0)))
        .sink("items", accepted);

    RunReport report = kit.pipeline().run(kit.spark());

    assertThat(report.stages().get(1).rejected()).containsExactly(RuleCount.of("price", 0));
  }

  @Test
  void fillsAreCountedWhereTheyPutAValue() {
    RunReport report =
        run(
            c -> c
                .fill(Item::stock).with(0)
                .fill(Item::price).with(col(Item::stock).toDouble())
                .fill(Item::name).with(col(Item::name)),
            new Item(1, "pen", null, 1.0),
            new Item(2, null, null, null));

    assertThatRows(Item.class, accepted.rows())
        .hasRows(new Item(1, "pen", 0, 1.0), new Item(2, null, 0, 0.0));
    assertThat(report).isConserved();
    assertThat(stage(report).filled())
        .containsExactly(
            RuleCount.of("fill stock", 2),
            RuleCount.of("fill price", 1),
            RuleCount.of("fill name", 0));
  }

  @Test
  void whatSetsColumnsAloneLetsEveryRowThrough() {
    RunReport report =
        run(c -> c.set(Item::stock).to(col(Item::stock).plus(1)), new Item(1, "pen", 1, 1.0));

    assertThatRows(Item.class, accepted.rows()).hasRows(new Item(1, "pen", 2, 1.0));
    assertThat(report).isConserved();
  }

  private RunReport run(UnaryOperator<CleanRules<Item>> rules, Item... items) {
    CheckedStage<Item> clean = kit.rows(Item.class, items).clean("clean", rules);
    clean.sink("items", accepted);
    clean.rejected().sink("rejected", rejected);
    return kit.pipeline().run(kit.spark());
  }

  private static StageReport stage(RunReport report) {
    return report.stage("clean").orElseThrow();
  }
}
