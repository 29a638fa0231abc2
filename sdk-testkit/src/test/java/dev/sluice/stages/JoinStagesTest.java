package dev.sluice.stages;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Joins of every kind. */
@SparkTest
class JoinStagesTest {

  record Order(int id, Integer product, String country, double price) {}

  record Product(Integer product, String name, String country, double price) {}

  record Shop(String country, int staff) {}

  record Pair(Integer id, String name) {}

  record Trade(int id, String symbol, Instant at) {}

  record Price(String symbol, Instant at, Integer amount) {}

  record Valued(int id, Integer amount) {}

  record Triple(int id, String name, Integer staff) {}

  private static final Order PEN_FR = new Order(1, 10, "FR", 1.5);
  private static final Order CUP_DE = new Order(2, 20, "DE", 4.0);
  private static final Order LOST = new Order(3, 99, "FR", 1.0);
  private static final Order NONE = new Order(4, null, "FR", 1.0);

  private final Stage<Order> orders;
  private final Stage<Product> products;
  private final Stage<Shop> shops;
  private final Stage<Trade> trades;
  private final Stage<Price> prices;

  JoinStagesTest(SparkKit kit) {
    orders = kit.rows(Order.class, PEN_FR, CUP_DE, LOST, NONE);
    products =
        kit.rows(
            Product.class,
            new Product(10, "pen", "FR", 1.0),
            new Product(20, "cup", "FR", 9.0),
            new Product(30, "box", "DE", 1.0),
            new Product(null, "void", "DE", 1.0));
    shops = kit.rows(Shop.class, new Shop("FR", 7));
    trades =
        kit.rows(
            Trade.class,
            new Trade(1, "A", at(9)),
            new Trade(2, "A", at(15)),
            new Trade(3, "A", at(99)),
            new Trade(4, "B", at(99)),
            new Trade(5, null, at(99)),
            new Trade(6, "A", null),
            new Trade(7, "C", at(20)));
    prices =
        kit.rows(
            Price.class,
            new Price("A", at(10), 10),
            new Price("A", at(20), 12),
            new Price(null, at(1), 99),
            new Price("A", null, 98),
            new Price("C", at(10), 97),
            new Price("C", at(20), null));
  }

  private static Instant at(int second) {
    return Instant.EPOCH.plusSeconds(second);
  }

  @Test
  void anInnerJoinGivesMatchingPairsAndNullMatchesNothing() {
    assertThat(
        orders
            .join(products)
            .on(Order::product).equalTo(Product::product)
            .select((o, p) -> row(Pair::new).of(o.col(Order::id), p.col(Product::name))))
        .hasRows(new Pair(1, "pen"), new Pair(2, "cup"));
  }

  @Test
  void anAsOfJoinTakesTheLatestRowThatIsNotLater() {
    Stage<Valued> valued =
        trades.leftAsOfJoin(prices)
            .on(Trade::symbol).equalTo(Price::symbol)
            .atOrBefore(Trade::at, Price::at)
            .select((t, p) -> row(Valued::new).of(t.col(Trade::id), p.col(Price::amount)));

    assertThat(valued)
        .hasRows(
            new Valued(1, null), new Valued(2, 10), new Valued(3, 12), new Valued(4, null),
            new Valued(5, null), new Valued(6, null), new Valued(7, null));
  }

  @Test
  void anInnerAsOfJoinLeavesOutWhatHasNoOtherRow() {
    Stage<Valued> valued =
        trades.asOfJoin(prices)
            .on(Trade::symbol).equalTo(Price::symbol)
            .atOrBefore(Trade::at, Price::at)
            .enrich(Valued.class);

    assertThat(valued).hasRows(new Valued(2, 10), new Valued(3, 12), new Valued(7, null));
  }

  @Test
  void aRowThatIsEarlierByMoreThanTheToleranceIsNoMatch() {
    Stage<Valued> valued =
        trades.asOfJoin(prices)
            .on(Trade::symbol).equalTo(Price::symbol)
            .atOrBefore(Trade::at, Price::at)
            .within(Duration.ofSeconds(5))
            .enrich(Valued.class);

    assertThat(valued).hasRows(new Valued(2, 10), new Valued(7, null));
  }

  @Test
  void anAsOfJoinOfNoRowsGivesNone() {
    Stage<Price> none = prices.filter(col(Price::amount).lt(0));

    assertThat(
        trades.asOfJoin(none)
            .on(Trade::symbol).equalTo(Price::symbol)
            .atOrBefore(Trade::at, Price::at)
            .enrich(Valued.class))
        .isEmpty();
  }

  @Test
  void aSemiJoinOnSeveralKeysComparesThemTogether() {
    Stage<Product> sold =
        products.semiJoin(orders)
            .on(Product::product).equalTo(Order::product)
            .and(Product::country).equalTo(Order::country);

    assertThat(sold).hasRows(new Product(10, "pen", "FR", 1.0));
  }

  @Test
  void anOuterJoinKeepsRowsWithoutAMatch() {
    assertThat(
        orders
            .leftJoin(products)
            .on(Order::product).equalTo(Product::product)
            .select((o, p) -> row(Pair::new).of(o.col(Order::id), p.col(Product::name))))
        .hasRows(new Pair(1, "pen"), new Pair(2, "cup"), new Pair(3, null), new Pair(4, null));
    assertThat(
        orders
            .rightJoin(products)
            .on(Order::product).equalTo(Product::product)
            .select((o, p) -> row(Pair::new).of(o.col(Order::id), p.col(Product::name))))
        .hasRows(
            new Pair(1, "pen"), new Pair(2, "cup"), new Pair(null, "box"), new Pair(null, "void"));
    assertThat(
        orders
            .fullJoin(products)
            .on(Order::product).equalTo(Product::product)
            .select((o, p) -> row(Pair::new).of(o.col(Order::id), p.col(Product::name))))
        .hasRows(
            new Pair(1, "pen"),
            new Pair(2, "cup"),
            new Pair(3, null),
            new Pair(4, null),
            new Pair(null, "box"),
            new Pair(null, "void"));
  }

  @Test
  void furtherKeysAndConditionsAllMustHold() {
    assertThat(
        orders
            .leftJoin(products)
            .on(Order::product).equalTo(Product::product)
            .and(Order::country).equalTo(Product::country)
            .where((o, p) -> o.col(Order::price).gt(p.col(Product::price)))
            .select((o, p) -> row(Pair::new).of(o.col(Order::id), p.col(Product::name))))
        .hasRows(new Pair(1, "pen"), new Pair(2, null), new Pair(3, null), new Pair(4, null));
  }

  @Test
  void aConditionAloneMatchesAnyPairForWhichItHolds() {
    assertThat(
        orders
            .join(products)
            .where((o, p) -> o.col(Order::price).gt(p.col(Product::price)))
            .select((o, p) -> row(Pair::new).of(o.col(Order::id), p.col(Product::name))))
        .hasRows(
            new Pair(1, "pen"),
            new Pair(1, "box"),
            new Pair(1, "void"),
            new Pair(2, "pen"),
            new Pair(2, "box"),
            new Pair(2, "void"));
  }

  @Test
  void semiAndAntiJoinsFilterTheLeftRows() {
    assertThat(orders.semiJoin(products).on(Order::product).equalTo(Product::product))
        .hasRows(PEN_FR, CUP_DE);
    assertThat(orders.antiJoin(products).on(Order::product).equalTo(Product::product))
        .hasRows(LOST, NONE);
    assertThat(
        orders
            .antiJoin(products)
            .on(Order::product).equalTo(Product::product)
            .where((o, p) -> o.col(Order::country).eq(p.col(Product::country))))
        .hasRows(CUP_DE, LOST, NONE);
  }

  @Test
  void aCrossJoinGivesAllPairsOrThoseOfACondition() {
    assertThat(
        orders
            .crossJoin(shops)
            .select((o, s) -> row(Pair::new).of(o.col(Order::id), s.col(Shop::country))))
        .hasRows(new Pair(1, "FR"), new Pair(2, "FR"), new Pair(3, "FR"), new Pair(4, "FR"));
    assertThat(
        orders
            .crossJoin(shops)
            .where((o, s) -> o.col(Order::country).ne(s.col(Shop::country)))
            .select((o, s) -> row(Pair::new).of(o.col(Order::id), s.col(Shop::country))))
        .hasRows(new Pair(2, "FR"));
  }

  @Test
  void aStageJoinedWithItselfKeepsItsTwoSidesApart() {
    record Next(int id, int next) {}

    assertThat(
        orders
            .join(orders)
            .on(Order::country).equalTo(Order::country)
            .where((a, b) -> a.col(Order::id).lt(b.col(Order::id)))
            .select((a, b) -> row(Next::new).of(a.col(Order::id), b.col(Order::id))))
        .hasRows(new Next(1, 3), new Next(1, 4), new Next(3, 4));
  }

  @Test
  void aFilteredStageMayBeJoinedWithWhatItWasMadeFrom() {
    record Next(int id, Integer dear) {}
    Stage<Order> dear = orders.filter(col(Order::price).gt(2.0));

    assertThat(
        orders
            .leftJoin(dear)
            .on(Order::id).equalTo(Order::id)
            .select((a, b) -> row(Next::new).of(a.col(Order::id), b.col(Order::id))))
        .hasRows(new Next(1, null), new Next(2, 2), new Next(3, null), new Next(4, null));
  }

  @Test
  void aChainOfJoinsReachesEverySide() {
    assertThat(
        orders
            .join(products)
            .on(Order::product).equalTo(Product::product)
            .leftJoin(shops)
            .on((o, p) -> o.col(Order::country)).equalTo(Shop::country)
            .and(Product::country).equalTo(s -> s.col(Shop::country))
            .select((o, p, s) -> row(Triple::new).of(
                o.col(Order::id), p.col(Product::name), s.col(Shop::staff))))
        .hasRows(new Triple(1, "pen", 7), new Triple(2, "cup", null));
  }

  @Test
  void aChainMayJoinTheSameStageTwice() {
    record Chain(int a, int b, int c) {}

    assertThat(
        orders
            .join(orders)
            .on(Order::country).equalTo(Order::country)
            .where((a, b) -> a.col(Order::id).lt(b.col(Order::id)))
            .join(orders)
            .on((a, b) -> b.col(Order::country)).equalTo(Order::country)
            .where((a, b, c) -> b.col(Order::id).lt(c.col(Order::id)))
            .select((a, b, c) -> row(Chain::new).of(
                a.col(Order::id), b.col(Order::id), c.col(Order::id))))
        .hasRows(new Chain(1, 3, 4));
  }

  @Test
  void aChainGoesOnBehindASemiAndAnAntiJoin() {
    assertThat(
        orders
            .join(products)
            .on(Order::product).equalTo(Product::product)
            .semiJoin(shops)
            .on((o, p) -> p.col(Product::country)).equalTo(Shop::country)
            .antiJoin(shops)
            .on(Order::country).equalTo(Shop::country)
            .leftJoin(shops)
            .on(Product::country).equalTo(Shop::country)
            .select((o, p, s) -> row(Triple::new).of(
                o.col(Order::id), p.col(Product::name), s.col(Shop::staff))))
        .hasRows(new Triple(2, "cup", 7));
  }

  @Test
  void aFilterBehindAnOuterJoinLeavesOutWhatHasNoMatch() {
    record Sold(int id, String name, double cost) {}

    assertThat(
        orders
            .leftJoin(products)
            .on(Order::product).equalTo(Product::product)
            .filter((o, p) -> p.col(Product::price).isNotNull())
            .enrich(Sold.class, (o, p) -> set(Sold::cost).to(p.col(Product::price))))
        .hasRows(new Sold(1, "pen", 1.0), new Sold(2, "cup", 9.0));
  }

  @Test
  void aSemiJoinIsAStage() {
    assertThat(
        orders
            .semiJoin(products)
            .on(o -> o.col(Order::product)).equalTo(p -> p.col(Product::product))
            .filter(col(Order::country).eq("DE")))
        .hasRows(CUP_DE);
  }

  @Test
  void aBroadcastSideGivesTheSamePairs() {
    assertThat(
        orders
            .join(products.broadcast())
            .on(Order::product).equalTo(Product::product)
            .select((o, p) -> row(Pair::new).of(o.col(Order::id), p.col(Product::name)))
            .sort(asc(Pair::id)))
        .inOrder()
        .hasRows(new Pair(1, "pen"), new Pair(2, "cup"));
  }
}
