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

import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.stream.IntStream;
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
