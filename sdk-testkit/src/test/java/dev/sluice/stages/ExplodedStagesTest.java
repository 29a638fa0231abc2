package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.io.memory.InMemory;
import dev.sluice.streaming.StreamInput;
import dev.sluice.testkit.RowTrace.Step;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows taken apart by a list or a map in them. */
@SparkTest
class ExplodedStagesTest {

  record Item(String sku, int pieces) {}

  record Order(int id, List<Item> items, List<String> tags, Map<String, Integer> sizes) {}

  record Line(int id, String sku, int pieces) {}

  record Cart(List<String> skus, Instant at) {}

  record Sold(String sku, Instant at) {}

  record Minute(Instant from, String sku, long pieces) {}

  record Loose(int id, String sku, Integer at) {}

  private static final Order FULL =
      new Order(
          1, Arrays.asList(new Item("a", 1), null, new Item("b", 2)), List.of("x", "y"),
          Map.of("s", 3));
  private static final Order EMPTY =
      new Order(2, List.of(), Arrays.asList((String) null), Map.of());
  private static final Order NULL = new Order(3, null, null, null);

  private SparkKit kit;
  private Stage<Order> orders;

  @BeforeEach
  void rows(SparkKit kit) {
    this.kit = kit;
    orders = kit.rows(Order.class, FULL, EMPTY, NULL);
  }

  private Stage<Line> lines() {
    return orders
        .explode(Order::items)
        .select((o, i) -> row(Line::new).of(
            o.col(Order::id), i.col(Item::sku), i.col(Item::pieces)));
  }

  @Test
  void eachElementThatIsNotNullMakesARow() {
    assertThat(lines()).hasRows(new Line(1, "a", 1), new Line(1, "b", 2));
  }

  @Test
  void rowsWithoutElementsAreKeptIfWanted() {
    assertThat(
        orders
            .explode(Order::items)
            .keepEmpty()
            .select((o, i, at) -> row(Loose::new).of(o.col(Order::id), i.col(Item::sku), at)))
        .hasRows(
            new Loose(1, "a", 0), new Loose(1, null, 1), new Loose(1, "b", 2),
            new Loose(2, null, null), new Loose(3, null, null));
  }

  @Test
  void columnsOfAnElementThatMayBeMissingCanBeNull() {
    Stage<Line> kept =
        orders
            .explode(Order::items)
            .keepEmpty()
            .select((o, i) -> row(Line::new).of(
                o.col(Order::id), i.col(Item::sku), i.col(Item::pieces)));

    assertThatThrownBy(() -> kept.collect(kit.spark()))
        .hasMessageContaining("element.pieces can be NULL (a row without elements has none)");
  }

  @Test
  void elementsThatAreNoRecordsAndComputedListsAreExploded() {
    assertThat(
        orders
            .explode(col(Order::tags).compact())
            .select((o, t, at) -> row(Loose::new).of(
                o.col(Order::id), StrExpr.of(t).upper(), at.plus(1))))
        .hasRows(new Loose(1, "X", 1), new Loose(1, "Y", 2));
  }

  @Test
  void entriesOfMapsMakeRows() {
    assertThat(
        orders
            .explode(Order::sizes)
            .keepEmpty()
            .select((o, name, size) -> row(Loose::new).of(
                o.col(Order::id), StrExpr.of(name), IntExpr.of(size))))
        .hasRows(new Loose(1, "s", 3), new Loose(2, null, null), new Loose(3, null, null));
  }

  @Test
  void aTraceSaysWhyARowMakesNone() {
    assertThat(kit.trace(lines(), EMPTY).steps())
        .last()
        .extracting(Step::dropped)
        .isEqualTo(List.of("it has no elements: items=[]"));
    assertThat(kit.trace(lines(), FULL).steps())
        .last()
        .extracting(Step::made)
        .isEqualTo(List.of(new Line(1, "a", 1), new Line(1, "b", 2)));
  }

  @Test
  void aStreamExplodesAsABatchDoesAndKeepsTheTimeOfTheRow() {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    Pipeline pipeline = Pipeline.named("carts");
    pipeline.source("carts", StreamInput.of(Cart.class))
        .eventTime(Cart::at, Duration.ofSeconds(5))
        .explode(Cart::skus)
        .select((c, sku) -> row(Sold::new).of(StrExpr.of(sku), c.col(Cart::at)))
        .timedBy(Sold::at)
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Sold::sku)
        .aggregate(row(Minute::new).of(windowStart(), key(Sold::sku), count()))
        .sink("minutes", InMemory.sink(Minute.class));

    kit.sameInBatchAndStream(pipeline)
        .rows(
            "carts",
            List.of(
                new Cart(List.of("a", "b"), noon),
                new Cart(List.of("a"), noon.plusSeconds(20)),
                new Cart(List.of("b"), noon.plusSeconds(90))))
        .splits(2)
        .check();
  }
}
