package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.collectList;
import static dev.sluice.Dsl.flatten;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.struct;
import static dev.sluice.Dsl.value;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.expr.DecimalExpr;
import dev.sluice.expr.ElementExpr;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.ListExpr;
import dev.sluice.expr.RecordExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values of elements of lists and maps, and of nested records. */
@SparkTest
@Tag("smoke")
class ElementStagesTest {

  record Item(String sku, Integer pieces, @Precision(value = 8, scale = 2) BigDecimal price) {}

  record Order(int id, List<Item> items, Map<String, Item> bySku, List<List<String>> groups) {}

  record Cart(int id, Item item) {}

  record Total(int id, @Precision(value = 20, scale = 2) BigDecimal total) {}

  record Count(int id, int pieces) {}

  record Skus(int id, List<String> skus) {}

  record Place(String city, Integer zip) {}

  record Home(int id, Place place) {}

  private static final Item PEN = new Item("pen", 2, new BigDecimal("1.50"));
  private static final Item CUP = new Item("cup", null, new BigDecimal("4.00"));

  private static final Order BOTH =
      new Order(
          1, List.of(PEN, CUP), Map.of("pen", PEN), List.of(List.of("a", "b"), List.of("c")));
  private static final Order GAPS =
      new Order(2, Arrays.asList(null, CUP), Map.of(), List.of());
  private static final Order NONE = new Order(3, null, null, null);

  private SparkKit kit;
  private Stage<Order> orders;

  @BeforeEach
  void rows(SparkKit kit) {
    this.kit = kit;
    orders = kit.rows(Order.class, BOTH, GAPS, NONE);
  }

  private Stage<Skus> skus(ListExpr<Order, String> list) {
    return orders.select(row(Skus::new).of(col(Order::id), list));
  }

  @Test
  void columnsOfRecordsInListsAndMapsAreReached() {
    assertThat(
        skus(
            col(Order::items).transform(i -> i.col(Item::sku).upper())
                .append(col(Order::bySku).get("pen").col(Item::sku))))
        .hasRows(
            new Skus(1, List.of("PEN", "CUP", "pen")),
            new Skus(2, Arrays.asList(null, "CUP", null)),
            new Skus(3, null));
  }

  @Test
  void aReductionOfDecimalsKeepsTheDigitsOfItsStart() {
    DecimalExpr<Order> none = value(BigDecimal.ZERO);

    assertThat(
        orders.select(row(Total::new).of(
            col(Order::id),
            col(Order::items)
                .filter(i -> i.isNotNull())
                .reduce(
                    none.toDecimal(20, 2),
                    (sum, i) -> sum.plus(
                        i.col(Item::price).times(i.col(Item::pieces).orElse(1)))))))
        .hasRows(
            new Total(1, new BigDecimal("7.00")),
            new Total(2, new BigDecimal("4.00")),
            new Total(3, null));
  }

  @Test
  void aReductionOfDecimalsWithoutDigitsIsRefused() {
    DecimalExpr<Order> none = value(BigDecimal.ZERO);

    assertThatThrownBy(
        () -> orders.select(row(Total::new).of(
            col(Order::id),
            col(Order::items).reduce(none, (sum, i) -> sum.plus(i.col(Item::price)))))
            .collect(kit.spark()))
        .hasMessageContaining("write value(BigDecimal.ZERO).toDecimal(38, 2)");
  }

  @Test
  void aReductionOfWhatIsNeverNullIsNullOnlyForNoList() {
    assertThat(
        orders.select(row(Count::new).of(
            col(Order::id),
            col(Order::items)
                .reduce(value(0), (sum, i) -> sum.plus(i.col(Item::pieces).orElse(0)))
                .orElse(-1))))
        .hasRows(new Count(1, 2), new Count(2, 0), new Count(3, -1));
  }

  @Test
  void elementsAreSortedByAKeyWithNullsLast() {
    assertThat(
        skus(
            col(Order::items).sortByDescending(i -> i.col(Item::price))
                .transform(i -> i.col(Item::sku))))
        .hasRows(
            new Skus(1, List.of("cup", "pen")),
            new Skus(2, Arrays.asList("cup", null)),
            new Skus(3, null));
  }

  @Test
  void aLambdaWithinALambdaSeesTheElementsOfBoth() {
    assertThat(
        skus(
            flatten(
                col(Order::groups)
                    .transform(
                        (group, i) -> ListExpr.of(group)
                            .transform(
                                (name, j) -> StrExpr.of(name)
                                    .concat(i.toText())
                                    .concat(j.toText()))))))
        .hasRows(
            new Skus(1, List.of("a00", "b01", "c10")), new Skus(2, List.of()), new Skus(3, null));
  }

  @Test
  void columnsOfCollectedRecordsAreReached() {
    Stage<Cart> carts =
        orders.explode(Order::items)
            .select((o, i) -> row(Cart::new).of(
                o.col(Order::id), RecordExpr.of(i)));

    assertThat(
        carts.groupBy(Cart::id)
            .aggregate(row(Skus::new).of(
                key(Cart::id),
                collectList(col(Cart::item)).transform(i -> i.col(Item::sku)).sort())))
        .hasRows(new Skus(1, List.of("cup", "pen")), new Skus(2, List.of("cup")));
  }

  @Test
  void listsAndMapsAreMadeOfEachOther() {
    assertThat(
        skus(
            col(Order::items).compact()
                .toMap(i -> i.col(Item::sku), i -> i.col(Item::pieces).orElse(0))
                .filter((sku, pieces) -> IntExpr.of(pieces).gt(0))
                .entries((sku, pieces) -> StrExpr.of(sku).concat(IntExpr.of(pieces).toText()))))
        .hasRows(
            new Skus(1, List.of("pen2")), new Skus(2, List.of()), new Skus(3, null));
  }

  @Test
  void otherValuesInANestedRecordLeaveTheRest() {
    Stage<Home> homes =
        kit.rows(Home.class, new Home(1, new Place("Bonn", 53111)), new Home(2, null));

    assertThat(
        homes.enrich(
            Home.class,
            set(Home::place).to(
                col(Home::place)
                    .with(set(Place::city).to(col(Home::place).col(Place::city).upper())))))
        .hasRows(new Home(1, new Place("BONN", 53111)), new Home(2, null));
  }

  @Test
  void theColumnOfAnElementCanBeNull() {
    record Primitive(int pieces) {}
    record Pieces(List<Primitive> pieces) {}
    assertThatThrownBy(
        () -> orders.select(row(Pieces::new).of(
            col(Order::items).transform(i -> struct(row(Primitive::new).of(i.col(Item::pieces))))))
            .collect(kit.spark()))
        .hasMessageContaining("an element of a list can be NULL");
  }

  @Test
  void anElementIsOfNoUseOutsideOfItsLambda() {
    AtomicReference<ElementExpr<Order, Item>> carried = new AtomicReference<>();
    col(Order::items)
        .filter(
            i -> {
              carried.set(i);
              return i.isNotNull();
            });

    assertThatThrownBy(
        () -> orders.filter(carried.get().isNotNull()).collect(kit.spark()))
        .hasMessageContaining(
            "'x' is an element of another expression: use it only in the lambda that it is given to");
  }

  @Test
  void aColumnOfAnElementThatIsNoRecordIsRefused() {
    assertThatThrownBy(
        () -> skus(
            flatten(col(Order::groups)).filter(g -> g.col(String::length).gt(1)))
            .collect(kit.spark()))
        .hasMessageContaining("'length' is no column, for x is no record: wrap it");
  }
}
