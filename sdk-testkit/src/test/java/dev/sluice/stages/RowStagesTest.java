package dev.sluice.stages;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.lag;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.rank;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.value;
import static dev.sluice.Dsl.when;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.expr.IntExpr;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What the stages do that take rows of one stage. */
@SparkTest
class RowStagesTest {

  record Item(int id, String name, Integer stock, Double price) {}

  record Priced(int id, String name, double total) {}

  record Ranked(int id, int position, Integer before) {}

  private static final Item PEN = new Item(1, "pen", 5, 1.5);
  private static final Item CUP = new Item(2, "cup", null, 4.0);
  private static final Item BOX = new Item(3, "box", 0, null);
  private static final Item INK = new Item(4, null, 9, 2.0);

  private final SparkKit kit;

  RowStagesTest(SparkKit kit) {
    this.kit = kit;
  }

  @Test
  void filterLeavesOutRowsForWhichTheConditionIsFalseOrNull() {
    assertThat(items().filter(col(Item::stock).gt(4))).hasRows(PEN, INK);
  }

  @Test
  void selectMakesRowsOfAnotherRecord() {
    Stage<Priced> priced =
        items()
            .filter(col(Item::price).isNotNull())
            .select(row(Priced::new).of(
                col(Item::id),
                col(Item::name),
                col(Item::stock).orElse(1).times(col(Item::price).orElse(0.0))));

    assertThat(priced)
        .hasRows(new Priced(1, "pen", 7.5), new Priced(2, "cup", 4.0), new Priced(4, null, 18.0));
  }

  @Test
  void enrichCarriesComponentsOfTheSameNameOver() {
    Stage<Priced> priced =
        items().enrich(Priced.class, set(Priced::total).to(col(Item::price).orElse(0.0)));

    assertThat(priced)
        .hasRows(
            new Priced(1, "pen", 1.5),
            new Priced(2, "cup", 4.0),
            new Priced(3, "box", 0.0),
            new Priced(4, null, 2.0));
  }

  @Test
  void enrichReadsTheOldValuesInEveryAssignment() {
    Stage<Item> swapped =
        items(PEN)
            .enrich(
                Item.class,
                set(Item::id).to(col(Item::id).plus(10)),
                set(Item::name).to(when(col(Item::id).eq(1)).then("old").otherwise("new")));

    assertThat(swapped).hasRows(new Item(11, "old", 5, 1.5));
  }

  @Test
  void unionKeepsDuplicates() {
    assertThat(items(PEN).union(items(PEN, CUP), items()))
        .hasRows(PEN, PEN, CUP, PEN, CUP, BOX, INK);
  }

  @Test
  void aStageMayBeUnitedWithItself() {
    Stage<Item> items = items(PEN, CUP);

    assertThat(items.union(items)).hasRows(PEN, CUP, PEN, CUP);
  }

  @Test
  void rowsOfBothStagesAreComparedWholeAndNullsAreEqual() {
    Stage<Item> few = items(PEN, PEN, PEN, INK, INK, CUP);
    Stage<Item> others = items(PEN, PEN, INK, BOX, new Item(2, "cup", 1, 4.0));

    assertThat(few.intersect(others)).hasRows(PEN, INK);
    assertThat(few.intersectAll(others)).hasRows(PEN, PEN, INK);
    assertThat(few.except(others)).hasRows(CUP);
    assertThat(few.exceptAll(others)).hasRows(PEN, INK, CUP);
  }

  @Test
  void aStageWithoutRowsHasNoneInCommonAndTakesNoneAway() {
    Stage<Item> none = items(PEN).filter(value(false));

    assertThat(items(PEN, PEN).intersect(none)).isEmpty();
    assertThat(items(PEN, PEN).except(none)).hasRows(PEN);
    assertThat(none.exceptAll(items(PEN))).isEmpty();
  }

  @Test
  void eachRowStandsBesideTheOneRowOfAnotherStage() {
    record Usual(Double price) {}
    record Beside(int id, Double price) {}
    Stage<Item> items = items();
    Stage<Usual> usual = items.aggregate(row(Usual::new).of(avg(Item::price)));

    assertThat(items.withOne(usual).filter((i, u) -> i.col(Item::price).gt(u.col(Usual::price))))
        .hasRows(CUP);
    assertThat(
        items.withOne(usual)
            .select((i, u) -> row(Beside::new).of(i.col(Item::id), u.col(Usual::price))))
        .hasRows(
            new Beside(1, 2.5), new Beside(2, 2.5), new Beside(3, 2.5), new Beside(4, 2.5));
    assertThat(
        items.withOne(usual)
            .enrich(Beside.class, (i, u) -> set(Beside::price).to(u.col(Usual::price)))
            .filter(col(Beside::id).eq(1)))
        .hasRows(new Beside(1, 2.5));
  }

  @Test
  void whereThereIsNoOneRowItsColumnsAreNull() {
    record Beside(int id, Integer other) {}
    Stage<Item> none = items(PEN).filter(value(false));

    assertThat(
        items(PEN, CUP).withOne(none)
            .select((i, n) -> row(Beside::new).of(i.col(Item::id), n.col(Item::id))))
        .hasRows(new Beside(1, null), new Beside(2, null));
    assertThat(items(PEN).withOne(none).filter((i, n) -> i.col(Item::id).ge(n.col(Item::id))))
        .isEmpty();
  }

  @Test
  void severalRowsInPlaceOfOneAreAnError() {
    Stage<Item> beside =
        items(PEN).withOne(items(PEN, CUP)).filter((i, o) -> i.col(Item::id).eq(o.col(Item::id)));

    assertThatThrownBy(() -> beside.collect(kit.spark()))
        .hasMessageContaining("stage 'withOne Item' (RowStagesTest.java:")
        .hasMessageContaining("More than one row returned by a subquery");
  }

  @Test
  void unpivotMakesARowOfEachValueThatIsNotNull() {
    record Figures(int id, Integer open, Integer sold) {}
    record Figure(int id, String what, int pieces) {}
    record Known(int id, String what, Integer pieces) {}
    Stage<Figures> figures =
        kit.rows(Figures.class, new Figures(1, 5, 7), new Figures(2, null, 9));

    assertThat(
        figures.unpivot(Figures::open, Figures::sold)
            .select((f, what, pieces) -> row(Figure::new).of(
                f.col(Figures::id), what, IntExpr.of(pieces))))
        .hasRows(new Figure(1, "open", 5), new Figure(1, "sold", 7), new Figure(2, "sold", 9));
    assertThat(
        figures.unpivot(Figures::open, Figures::sold).keepNulls()
            .select((f, what, pieces) -> row(Known::new).of(
                f.col(Figures::id), what, IntExpr.of(pieces)))
            .filter(col(Known::id).eq(2)))
        .hasRows(new Known(2, "open", null), new Known(2, "sold", 9));
  }

  @Test
  void partsByChanceHaveAllRowsOnce() {
    Item[] all =
        IntStream.range(0, 200).mapToObj(i -> new Item(i, null, i, 1.0)).toArray(Item[]::new);
    List<Stage<Item>> parts = items(all).randomSplit(7, 3, 1);
    List<Item> large = parts.get(0).collect(kit.spark());
    List<Item> small = parts.get(1).collect(kit.spark());

    assertThat(large).hasSizeBetween(120, 180).doesNotContainAnyElementsOf(small);
    assertThat(Stream.concat(large.stream(), small.stream()))
        .containsExactlyInAnyOrder(all);
    assertThat(parts.get(0)).hasRows(large);
  }

  @Test
  void aSampleOfEachKeyLeavesOtherKeysAndNullOut() {
    Item[] many =
        IntStream.range(0, 300)
            .mapToObj(i -> new Item(i, List.of("pen", "cup", "box").get(i % 3), null, 1.0))
            .toArray(Item[]::new);
    Stage<Item> some =
        items(many).union(items(INK)).sampleBy(Item::name, Map.of("pen", 1.0, "cup", 0.3), 7);

    assertThat(some.filter(col(Item::name).eq("pen")).collect(kit.spark())).hasSize(100);
    assertThat(some.filter(col(Item::name).eq("cup")).collect(kit.spark())).hasSizeBetween(15, 45);
    assertThat(some.filter(col(Item::name).ne("pen").and(col(Item::name).ne("cup")))).isEmpty();
    assertThat(some.filter(col(Item::name).isNull())).isEmpty();
  }

  @Test
  void wordsOnPartitionsAndJoinsLeaveTheRowsAsTheyAre() {
    assertThat(items().rebalance().rebalanceBy(Item::name).sortMerge().shuffleHash())
        .hasRows(PEN, CUP, BOX, INK);
  }

  @Test
  void distinctKeepsEachDifferentRowOnce() {
    assertThat(items(PEN, CUP, PEN, CUP).distinct()).hasRows(PEN, CUP);
  }

  @Test
  void dedupeKeepsOneRowForEachKeyAndOneForNull() {
    Stage<Item> kept =
        items(PEN, new Item(9, "pen", 1, 1.0), INK, new Item(8, null, 1, 1.0)).dedupe(Item::name);

    assertThat(kept).ignoring(Item::id, Item::stock, Item::price).hasRows(PEN, INK);
  }

  @Test
  void keepFirstKeepsTheFirstRowByTheOrder() {
    Item other = new Item(9, "pen", 1, 1.0);

    assertThat(items(PEN, other, CUP).keepFirst(desc(Item::id)).per(Item::name))
        .hasRows(other, CUP);
  }

  @Test
  void sortPutsNullsWhereAsked() {
    assertThat(items().sort(asc(Item::stock))).inOrder().hasRows(CUP, BOX, PEN, INK);
    assertThat(items().sort(asc(Item::stock).nullsLast())).inOrder().hasRows(BOX, PEN, INK, CUP);
    assertThat(items().sort(desc(Item::stock))).inOrder().hasRows(INK, PEN, BOX, CUP);
    assertThat(items().sort(desc(Item::stock).nullsFirst())).inOrder().hasRows(CUP, INK, PEN, BOX);
  }

  @Test
  void limitKeepsTheFirstRowsOfASortedStage() {
    assertThat(items().sort(desc(Item::id)).limit(2)).inOrder().hasRows(INK, BOX);
    assertThat(items().limit(0)).isEmpty();
  }

  @Test
  void sampleDrawsAboutThatShareAndTheSameRowsForTheSameSeed(SparkSession spark) {
    Item[] many =
        IntStream.range(0, 1000).mapToObj(i -> new Item(i, "n", i, 1.0)).toArray(Item[]::new);

    List<Item> drawn = items(many).sample(0.3, 42).collect(spark);

    assertThat(drawn).hasSizeBetween(200, 400).doesNotHaveDuplicates();
    assertThat(items(many).sample(0.3, 42)).hasRows(drawn);
    assertThat(items(many).sample(0, 42)).isEmpty();
    assertThat(items(many).sample(1, 42)).hasRows(many);
  }

  @Test
  void rankingFunctionsSeeTheRowsOfTheirPartitionInOrder() {
    Stage<Ranked> ranked =
        items(PEN, new Item(5, "pen", 7, 1.0), new Item(6, "pen", 7, 1.0), CUP)
            .select(row(Ranked::new).of(
                col(Item::id),
                over(partitionBy(Item::name).orderBy(desc(Item::stock)), rank()),
                over(
                    partitionBy(Item::name).orderBy(asc(Item::id)),
                    lag(col(Item::stock)))));

    assertThat(ranked)
        .hasRows(
            new Ranked(5, 1, 5),
            new Ranked(6, 1, 7),
            new Ranked(1, 3, null),
            new Ranked(2, 1, null));
  }

  @Test
  void anAggregateOverAFrameSeesTheRowsOfTheFrame() {
    record Running(int id, Long stock, Double mean) {}
    Stage<Running> running =
        items(PEN, new Item(5, "pen", 7, 2.5), new Item(6, "pen", null, 8.0))
            .select(row(Running::new).of(
                col(Item::id),
                over(
                    partitionBy(Item::name).orderBy(asc(Item::id)).rowsBetween(-1, 0),
                    sum(Item::stock)),
                over(partitionBy(Item::name), avg(Item::price))));

    assertThat(running)
        .hasRows(new Running(1, 5L, 4.0), new Running(5, 12L, 4.0), new Running(6, 7L, 4.0));
  }

  @Test
  void aConstantIsAColumnToo() {
    record Named(int id, String shop) {}

    assertThat(items(PEN).select(row(Named::new).of(col(Item::id), value("north"))))
        .hasRows(new Named(1, "north"));
  }

  @Test
  void theTopRowsOfEachGroupAreARankAndAFilter() {
    Stage<Ranked> best =
        items(PEN, new Item(5, "pen", 7, 1.0), CUP)
            .select(row(Ranked::new).of(
                col(Item::id),
                over(partitionBy(Item::name).orderBy(desc(Item::stock)), rowNumber()),
                col(Item::stock)))
            .filter(col(Ranked::position).eq(1));

    assertThat(best).hasRows(new Ranked(5, 1, 7), new Ranked(2, 1, null));
  }

  private Stage<Item> items() {
    return items(PEN, CUP, BOX, INK);
  }

  private Stage<Item> items(Item... items) {
    return kit.rows(Item.class, items);
  }
}
