package dev.sluice.spark;

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
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.InMemory;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What the stages do that take rows of one stage. */
class RowStagesTest {

  record Item(int id, String name, Integer stock, Double price) {}

  record Priced(int id, String name, double total) {}

  record Ranked(int id, int position, Integer before) {}

  private static final Item PEN = new Item(1, "pen", 5, 1.5);
  private static final Item CUP = new Item(2, "cup", null, 4.0);
  private static final Item BOX = new Item(3, "box", 0, null);
  private static final Item INK = new Item(4, null, 9, 2.0);

  private final SparkSession spark = TestSpark.session();
  private final Pipeline pipeline = Pipeline.named("rows");

  @Test
  void filterLeavesOutRowsForWhichTheConditionIsFalseOrNull() {
    assertThat(items().filter(col(Item::stock).gt(4)).collect(spark))
        .containsExactlyInAnyOrder(PEN, INK);
  }

  @Test
  void selectMakesRowsOfAnotherRecord() {
    Stage<Priced> priced =
        items()
            .filter(col(Item::price).isNotNull())
            .select(
                row(Priced::new)
                    .of(
                        col(Item::id),
                        col(Item::name),
                        col(Item::stock).orElse(1).times(col(Item::price).orElse(0.0))));

    assertThat(priced.collect(spark))
        .containsExactlyInAnyOrder(
            new Priced(1, "pen", 7.5), new Priced(2, "cup", 4.0), new Priced(4, null, 18.0));
  }

  @Test
  void enrichCarriesComponentsOfTheSameNameOver() {
    Stage<Priced> priced =
        items().enrich(Priced.class, set(Priced::total).to(col(Item::price).orElse(0.0)));

    assertThat(priced.collect(spark))
        .containsExactlyInAnyOrder(
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

    assertThat(swapped.collect(spark)).containsExactly(new Item(11, "old", 5, 1.5));
  }

  @Test
  void unionKeepsDuplicates() {
    assertThat(items(PEN).union(items(PEN, CUP), items()).collect(spark))
        .containsExactlyInAnyOrder(PEN, PEN, CUP, PEN, CUP, BOX, INK);
  }

  @Test
  void aStageMayBeUnitedWithItself() {
    Stage<Item> items = items(PEN, CUP);

    assertThat(items.union(items).collect(spark)).containsExactlyInAnyOrder(PEN, CUP, PEN, CUP);
  }

  @Test
  void distinctKeepsEachDifferentRowOnce() {
    assertThat(items(PEN, CUP, PEN, CUP).distinct().collect(spark))
        .containsExactlyInAnyOrder(PEN, CUP);
  }

  @Test
  void dedupeKeepsOneRowForEachKeyAndOneForNull() {
    List<Item> kept =
        items(PEN, new Item(9, "pen", 1, 1.0), INK, new Item(8, null, 1, 1.0))
            .dedupe(Item::name)
            .collect(spark);

    assertThat(kept).extracting(Item::name).containsExactlyInAnyOrder("pen", null);
  }

  @Test
  void keepFirstKeepsTheFirstRowByTheOrder() {
    Item other = new Item(9, "pen", 1, 1.0);

    assertThat(items(PEN, other, CUP).keepFirst(desc(Item::id)).per(Item::name).collect(spark))
        .containsExactlyInAnyOrder(other, CUP);
  }

  @Test
  void sortPutsNullsWhereAsked() {
    assertThat(ids(items().sort(asc(Item::stock)))).containsExactly(2, 3, 1, 4);
    assertThat(ids(items().sort(asc(Item::stock).nullsLast()))).containsExactly(3, 1, 4, 2);
    assertThat(ids(items().sort(desc(Item::stock)))).containsExactly(4, 1, 3, 2);
    assertThat(ids(items().sort(desc(Item::stock).nullsFirst()))).containsExactly(2, 4, 1, 3);
  }

  @Test
  void limitKeepsTheFirstRowsOfASortedStage() {
    assertThat(ids(items().sort(desc(Item::id)).limit(2))).containsExactly(4, 3);
    assertThat(items().limit(0).collect(spark)).isEmpty();
  }

  @Test
  void sampleDrawsAboutThatShareAndTheSameRowsForTheSameSeed() {
    Item[] many =
        IntStream.range(0, 1000).mapToObj(i -> new Item(i, "n", i, 1.0)).toArray(Item[]::new);

    List<Item> drawn = items(many).sample(0.3, 42).collect(spark);

    assertThat(drawn).hasSizeBetween(200, 400).doesNotHaveDuplicates();
    assertThat(items(many).sample(0.3, 42).collect(spark)).isEqualTo(drawn);
    assertThat(items(many).sample(0, 42).collect(spark)).isEmpty();
    assertThat(items(many).sample(1, 42).collect(spark)).hasSize(1000);
  }

  @Test
  void rankingFunctionsSeeTheRowsOfTheirPartitionInOrder() {
    Stage<Ranked> ranked =
        items(PEN, new Item(5, "pen", 7, 1.0), new Item(6, "pen", 7, 1.0), CUP)
            .select(
                row(Ranked::new)
                    .of(
                        col(Item::id),
                        over(partitionBy(Item::name).orderBy(desc(Item::stock)), rank()),
                        over(
                            partitionBy(Item::name).orderBy(asc(Item::id)),
                            lag(col(Item::stock)))));

    assertThat(ranked.collect(spark))
        .containsExactlyInAnyOrder(
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
            .select(
                row(Running::new)
                    .of(
                        col(Item::id),
                        over(
                            partitionBy(Item::name).orderBy(asc(Item::id)).rowsBetween(-1, 0),
                            sum(Item::stock)),
                        over(partitionBy(Item::name), avg(Item::price))));

    assertThat(running.collect(spark))
        .containsExactlyInAnyOrder(
            new Running(1, 5L, 4.0), new Running(5, 12L, 4.0), new Running(6, 7L, 4.0));
  }

  @Test
  void aConstantIsAColumnToo() {
    record Named(int id, String shop) {}

    assertThat(items(PEN).select(row(Named::new).of(col(Item::id), value("north"))).collect(spark))
        .containsExactly(new Named(1, "north"));
  }

  @Test
  void theTopRowsOfEachGroupAreARankAndAFilter() {
    Stage<Ranked> best =
        items(PEN, new Item(5, "pen", 7, 1.0), CUP)
            .select(
                row(Ranked::new)
                    .of(
                        col(Item::id),
                        over(partitionBy(Item::name).orderBy(desc(Item::stock)), rowNumber()),
                        col(Item::stock)))
            .filter(col(Ranked::position).eq(1));

    assertThat(best.collect(spark)).extracting(Ranked::id).containsExactlyInAnyOrder(5, 2);
  }

  private Stage<Item> items() {
    return items(PEN, CUP, BOX, INK);
  }

  private Stage<Item> items(Item... items) {
    return pipeline.source("items", InMemory.rows(Item.class, List.of(items)));
  }

  private List<Integer> ids(Stage<Item> items) {
    return items.collect(spark).stream().map(Item::id).toList();
  }
}
