package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class JoinsTest extends Shop {

  // #region records
  record Named(long orderId, String productName) {}

  record Full(long orderId, String productName, String customer) {}

  record Pair(long first, long second) {}

  // #endregion

  @Test
  void innerJoin() {
    // #region inner
    Stage<Named> named = orders
        .join(products).on(Order::productId).equalTo(Product::productId)
        .select((o, p) -> row(Named::new).of(o.col(Order::orderId), p.col(Product::productName)));
    // #endregion

    assertThat(named)
        .hasRows(
            new Named(1, "tea"), new Named(2, "bread"), new Named(3, "bread"));
  }

  @Test
  void leftJoin() {
    // #region left
    Stage<Named> named = orders
        .leftJoin(products).on(Order::productId).equalTo(Product::productId)
        .select((o, p) -> row(Named::new).of(
            o.col(Order::orderId), p.col(Product::productName).orElse("unknown")));
    // #endregion

    assertThat(named)
        .hasRows(
            new Named(1, "tea"), new Named(2, "bread"), new Named(3, "bread"), new Named(4, "unknown"));
  }

  @Test
  void chain() {
    // #region chain
    Stage<Full> full = orders
        .join(products).on(Order::productId).equalTo(Product::productId)
        .join(customers).on(Order::customerId).equalTo(Customer::customerId)
        .select((o, p, c) -> row(Full::new).of(
            o.col(Order::orderId), p.col(Product::productName), c.col(Customer::name)));
    // #endregion

    assertThat(full)
        .hasRows(
            new Full(1, "tea", "Ada"), new Full(2, "bread", "Ben"), new Full(3, "bread", "Ada"));
  }

  @Test
  void keysOfAChain() {
    // #region chain-keys
    Stage<Full> full = orders
        .join(products).on(Order::productId).equalTo(Product::productId)
        .join(customers).on((o, p) -> o.col(Order::customerId)).equalTo(Customer::customerId)
        .join(lines).on(col(Order::orderId)).equalTo(Line::orderId)
        .and(Product::productName).equalTo(l -> l.col(Line::productName).lower())
        .select((o, p, c, l) -> row(Full::new).of(
            l.col(Line::orderId), p.col(Product::productName), c.col(Customer::name)));
    // #endregion

    assertThat(full)
        .hasRows(
            new Full(1, "tea", "Ada"), new Full(2, "bread", "Ben"), new Full(3, "bread", "Ada"));
  }

  @Test
  void filterOfAChain() {
    // #region chain-filters
    Stage<Named> named = orders
        .leftJoin(products).on(Order::productId).equalTo(Product::productId)
        .antiJoin(customers).on(Order::customerId).equalTo(Customer::customerId)
        .filter((o, p) -> p.col(Product::productName).isNull())
        .select((o, p) -> row(Named::new).of(o.col(Order::orderId), p.col(Product::productName)));
    // #endregion

    assertThat(named).hasRows(new Named(4, null));
  }

  @Test
  void byName() {
    // #region by-name
    Stage<Named> named = orders
        .join(lines).on(Order::orderId).equalTo(Line::orderId)
        .enrich(Named.class, (o, l) -> set(Named::orderId).to(o.col(Order::orderId)));
    // #endregion

    assertThat(named)
        .hasRows(new Named(1, "tea"), new Named(2, "bread"), new Named(3, "bread"));
  }

  @Test
  void severalKeysAndConditions() {
    // #region keys
    Stage<Pair> pairs = orders
        .join(lines).on(Order::customerId).equalTo(Line::customerId)
        .and(Order::orderDate).equalTo(Line::orderDate)
        .where((o, l) -> o.col(Order::orderId).eq(l.col(Line::orderId)))
        .select((o, l) -> row(Pair::new).of(o.col(Order::orderId), l.col(Line::orderId)));
    // #endregion

    assertThat(pairs).hasRows(new Pair(1, 1), new Pair(2, 2), new Pair(3, 3));
  }

  @Test
  void computedKeys() {
    // #region computed
    Stage<Pair> pairs = orders
        .join(lines).on(col(Order::note).trim().lower()).equalTo(col(Line::productName).lower())
        .select((o, l) -> row(Pair::new).of(o.col(Order::orderId), l.col(Line::orderId)));
    // #endregion

    assertThat(pairs).isEmpty();
  }

  @Test
  void selfJoin() {
    // #region self
    Stage<Pair> sameCustomer = lines
        .join(lines).on(Line::customerId).equalTo(Line::customerId)
        .where((a, b) -> a.col(Line::orderId).lt(b.col(Line::orderId)))
        .select((a, b) -> row(Pair::new).of(a.col(Line::orderId), b.col(Line::orderId)));
    // #endregion

    assertThat(sameCustomer).hasRows(new Pair(1, 3));
  }

  @Test
  void semiAndAnti() {
    // #region semi
    Stage<Order> known = orders.semiJoin(products).on(Order::productId).equalTo(Product::productId);
    Stage<Order> unknown = orders.antiJoin(products).on(Order::productId).equalTo(Product::productId)
        .filter(col(Order::quantity).isNull());
    // #endregion

    assertThat(known).hasRows(ORDERS.subList(0, 3));
    assertThat(unknown).hasRows(ORDERS.get(3));
  }

  record Mean(Double amount) {}

  record Share(long orderId, double share) {}

  record Total(double amount) {}

  @Test
  void oneRow() {
    // #region one
    Stage<Mean> mean = lines.aggregate(row(Mean::new).of(avg(Line::amount)));
    Stage<Line> large = lines.withOne(mean)
        .filter((l, m) -> l.col(Line::amount).gt(m.col(Mean::amount)));
    // #endregion

    assertThat(large).hasRows(LINES.get(2));
  }

  @Test
  void shareOfATotal() {
    // #region share
    Stage<Total> total = lines.aggregate(row(Total::new).of(sum(Line::amount).orElse(0.0)));
    Stage<Share> shares = lines.withOne(total)
        .select((l, t) -> row(Share::new).of(
            l.col(Line::orderId), l.col(Line::amount).dividedBy(t.col(Total::amount)).orElse(0.0).round(2)));
    // #endregion

    assertThat(shares).hasRows(new Share(1, 0.32), new Share(2, 0.03), new Share(3, 0.65));
  }

  record Price(long productId, Instant at, double price) {}

  record Priced(long orderId, double price) {}

  @Test
  void asOf() {
    Stage<Price> prices = pipeline.source("prices", InMemory.rows(Price.class, List.of(
        new Price(2, Instant.parse("2026-05-01T09:00:00Z"), 4.0),
        new Price(2, Instant.parse("2026-05-02T09:00:00Z"), 5.0),
        new Price(2, Instant.parse("2026-05-02T10:00:00Z"), 6.0))));
    // #region as-of
    Stage<Priced> priced = orders
        .asOfJoin(prices).on(Order::productId).equalTo(Price::productId)
        .atOrBefore(Order::placedAt, Price::at)
        .within(Duration.ofHours(2))
        .select((o, p) -> row(Priced::new).of(o.col(Order::orderId), p.col(Price::price)));
    // #endregion

    assertThat(priced).hasRows(new Priced(2, 4.0), new Priced(3, 5.0));
  }

  record Sale(String productName, LocalDate from, LocalDate to) {}

  @Test
  void range() {
    Stage<Sale> sales = pipeline.source("sales", InMemory.rows(Sale.class, List.of(new Sale("bread", MAY_2, MAY_2))));
    // #region range
    Stage<Named> inSale = lines
        .join(sales).on(Line::productName).equalTo(Sale::productName)
        .where((l, s) -> l.col(Line::orderDate).between(s.col(Sale::from), s.col(Sale::to)))
        .select((l, s) -> row(Named::new).of(l.col(Line::orderId), s.col(Sale::productName)));
    // #endregion

    assertThat(inSale).hasRows(new Named(3, "bread"));
  }

  @Test
  void broadcast() {
    // #region broadcast
    Stage<Named> named = orders
        .join(products.broadcast()).on(Order::productId).equalTo(Product::productId)
        .select((o, p) -> row(Named::new).of(o.col(Order::orderId), p.col(Product::productName)));
    // #endregion

    assertThat(named)
        .hasRows(new Named(1, "tea"), new Named(2, "bread"), new Named(3, "bread"));
  }
}
// @formatter:on
