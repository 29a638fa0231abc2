package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.expr.StrExpr;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
@SparkTest
class ListsTest {

  // #region records
  record Item(String sku, int pieces, double price) {}
  record Address(String city, String street) {}
  record Cart(long id, double rate, List<Item> items, List<String> tags, Map<String, Double> coupons, Address address) {}
  // #endregion

  private static final Cart CART =
      new Cart(
          1, 2.0, List.of(new Item("tea", 2, 1.5), new Item("bread", 1, 4.0)), List.of("new", "eu"),
          Map.of("spring", 0.1), new Address("bonn", "Hill"));

  private SparkKit kit;
  private Stage<Cart> carts;

  @BeforeEach
  void rows(SparkKit kit) {
    this.kit = kit;
    carts = kit.rows(Cart.class, CART, new Cart(2, 1.0, List.of(), List.of(), Map.of(), null));
  }

  @Test
  void lambdas() {
    // #region lambdas
    record Summary(long id, List<String> dear, List<Double> inEuro, Integer pieces, Boolean isNew) {}

    Stage<Summary> summaries = carts.select(row(Summary::new).of(
        col(Cart::id),
        col(Cart::items).filter(i -> i.col(Item::price).gt(2)).transform(i -> i.col(Item::sku)),
        col(Cart::items).transform(i -> i.col(Item::price).times(col(Cart::rate))),
        col(Cart::items).reduce(value(0), (sum, i) -> sum.plus(i.col(Item::pieces).orElse(0))),
        col(Cart::tags).exists(t -> StrExpr.of(t).startsWith("ne"))));
    // #endregion

    assertThat(summaries)
        .hasRows(
            new Summary(1, List.of("bread"), List.of(3.0, 8.0), 3, true),
            new Summary(2, List.of(), List.of(), 0, false));
  }

  @Test
  void explode() {
    // #region explode
    record Line(long id, String sku, int pieces) {}

    Stage<Line> lines = carts.explode(Cart::items).select((c, i) -> row(Line::new).of(
        c.col(Cart::id), i.col(Item::sku), i.col(Item::pieces)));
    // #endregion
    // #region outer
    record Place(long id, Integer position, String sku) {}

    Stage<Place> places = carts.explode(Cart::items).keepEmpty().select((c, i, position) -> row(Place::new).of(
        c.col(Cart::id), position, i.col(Item::sku)));
    // #endregion

    assertThat(lines).hasRows(new Line(1, "tea", 2), new Line(1, "bread", 1));
    assertThat(places)
        .hasRows(new Place(1, 0, "tea"), new Place(1, 1, "bread"), new Place(2, null, null));
  }

  @Test
  void nested() {
    // #region nested
    record Moved(long id, Address address) {}

    Stage<Moved> moved = carts.select(row(Moved::new).of(
        col(Cart::id),
        col(Cart::address).with(set(Address::city).to(col(Cart::address).col(Address::city).capitalize()))));
    // #endregion

    assertThat(moved).hasRows(new Moved(1, new Address("Bonn", "Hill")), new Moved(2, null));
  }

  @Test
  void json() {
    record Message(long id, String body) {}
    Stage<Message> messages =
        kit.rows(
            Message.class, new Message(1, "{\"city\":\"Bonn\",\"street\":\"Hill\"}"),
            new Message(2, "{\"city\":"));

    // #region json
    record Read(long id, Address address, String corrupt) {}

    Stage<Read> read = messages.select(row(Read::new).of(
        col(Message::id),
        col(Message::body).tryFromJson(Address.class),
        col(Message::body).corruptJson(Address.class)));
    // #endregion

    assertThat(read)
        .hasRows(
            new Read(1, new Address("Bonn", "Hill"), null), new Read(2, null, "{\"city\":"));
  }
}
