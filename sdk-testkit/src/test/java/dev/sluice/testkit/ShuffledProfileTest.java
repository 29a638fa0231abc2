package dev.sluice.testkit;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.udf;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.expr.Udf;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What passes only because the rows of a test come in the order they are written in. */
@SparkTest(profile = SparkProfile.SHUFFLED)
class ShuffledProfileTest {

  record Item(int id, Integer number) {}

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private static final List<Item> ITEMS =
      IntStream.range(0, 40).mapToObj(i -> new Item(i / 2, i % 2)).toList();

  private static final List<Item> FIRST =
      ITEMS.stream().filter(item -> item.number() == 0).toList();

  @Test
  void hasTheSameRows(SparkKit kit) {
    assertThat(kit.rows(Item.class, ITEMS)).hasRows(ITEMS);
    assertThat(kit.csv(Item.class, "id,number\n1,2\n3,4\n"))
        .hasRows(new Item(1, 2), new Item(3, 4))
        .rejectsNothing();
  }

  @Test
  void aDedupeWithoutAnOrderFails(SparkKit kit) {
    Stage<Item> deduped = kit.rows(Item.class, ITEMS).clean("one each", c -> c.dedupe(Item::id));

    assertThatThrownBy(() -> assertThat(deduped).hasRows(FIRST)).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatNamesItsOrderPasses(SparkKit kit) {
    assertThat(kit.rows(Item.class, ITEMS).keepFirst(asc(Item::number)).per(Item::id))
        .hasRows(FIRST);
  }

  @Test
  void tiesOfASortFail(SparkKit kit) {
    Stage<Item> sorted = kit.rows(Item.class, ITEMS).sort(asc(Item::number)).limit(5);

    assertThatThrownBy(() -> assertThat(sorted).hasRows(FIRST.subList(0, 5)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aCounterInAFunctionFails(SparkKit kit) {
    COUNTER.set(0);
    Udf<Integer, Integer> next =
        udf("next", Integer.class, Integer.class, id -> COUNTER.getAndIncrement());
    Stage<Item> numbered =
        kit.rows(Item.class, FIRST)
            .enrich(Item.class, set(Item::number).to(next.call(col(Item::id))));
    List<Item> expected =
        IntStream.range(0, FIRST.size()).mapToObj(i -> new Item(FIRST.get(i).id(), i)).toList();

    assertThatThrownBy(() -> assertThat(numbered).hasRows(expected))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void oneSeedGivesOneOrder(SparkKit kit) {
    List<Item> once = kit.rows(Item.class, ITEMS).collect(kit.spark());

    assertThat(kit.rows(Item.class, ITEMS).collect(kit.spark())).isEqualTo(once);
    assertThat(once).isNotEqualTo(ITEMS);
  }
}
