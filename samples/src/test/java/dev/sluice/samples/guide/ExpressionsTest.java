package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.expr.StrExpr;
import dev.sluice.expr.Udf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class ExpressionsTest extends Shop {

  @Test
  void arithmetic() {
    // #region arithmetic
    record Amounts(long orderId, int doubled, double reduced, double share, String currency) {}

    Stage<Amounts> amounts = orders
        .filter(col(Order::quantity).gt(0))
        .select(row(Amounts::new).of(
            col(Order::orderId),
            col(Order::quantity).times(2),
            lit(1.0).minus(col(Order::discount).orElse(0.0)),
            col(Order::quantity).dividedBy(3).orElse(0.0),
            value("EUR")));
    // #endregion

    assertThat(amounts)
        .hasRows(
            new Amounts(1, 4, 1.0, 2 / 3.0, "EUR"),
            new Amounts(2, 2, 0.5, 1 / 3.0, "EUR"),
            new Amounts(3, 20, 1.0, 10 / 3.0, "EUR"));
  }

  @Test
  void conditions() {
    // #region conditions
    record Sized(long orderId, String size, String note) {}

    Stage<Sized> sized = orders.select(row(Sized::new).of(
        col(Order::orderId),
        when(col(Order::quantity).ge(10)).then("large")
            .when(col(Order::quantity).ge(2)).then("medium")
            .otherwise("small"),
        coalesce(col(Order::note).trim().lower().nullIf(""), value("none"))));
    // #endregion

    assertThat(sized)
        .hasRows(
            new Sized(1, "medium", "gift"), new Sized(2, "small", "none"),
            new Sized(3, "large", "late"), new Sized(4, "small", "none"));
  }

  @Test
  void datesAndTimes() {
    // #region times
    record Times(LocalDate month, int weekday, int daysToYearEnd, Instant hour, Instant due) {}

    Stage<Times> times = orders
        .filter(col(Order::orderDate).isNotNull())
        .select(row(Times::new).of(
            col(Order::orderDate).firstOfMonth(),
            col(Order::orderDate).dayOfWeek(),
            col(Order::orderDate).daysUntil(LocalDate.of(2026, 12, 31)),
            col(Order::placedAt).truncatedTo(ChronoUnit.HOURS),
            col(Order::placedAt).plus(Duration.ofDays(2))));
    // #endregion

    assertThat(times)
        .hasRows(
            new Times(MAY_1, 6, 244, Instant.parse("2026-05-01T10:00:00Z"), Instant.parse("2026-05-03T10:00:20Z")),
            new Times(MAY_1, 6, 244, Instant.parse("2026-05-01T10:00:00Z"), Instant.parse("2026-05-03T10:00:50Z")),
            new Times(MAY_1, 7, 243, Instant.parse("2026-05-02T09:00:00Z"), Instant.parse("2026-05-04T09:00:10Z")),
            new Times(MAY_1, 7, 243, Instant.parse("2026-05-02T09:00:00Z"), Instant.parse("2026-05-04T09:01:10Z")));
  }

  @Test
  void casts() {
    // #region casts
    record Parsed(Integer number, String text) {}

    Stage<Parsed> parsed = orders.select(row(Parsed::new).of(
        col(Order::note).tryToInt(),
        col(Order::orderId).toText().padStart(6, "0")));
    // #endregion

    assertThat(parsed)
        .hasRows(
            new Parsed(null, "000001"), new Parsed(null, "000002"),
            new Parsed(null, "000003"), new Parsed(null, "000004"));
  }

  // #region udf
  static final Udf<String, String> INITIALS = udf("initials", String.class, String.class,
      name -> name.substring(0, 1) + ".");

  record Label(String label) {}

  static Stage<Label> labels(Stage<Customer> customers) {
    return customers.select(row(Label::new).of(
        StrExpr.of(INITIALS.call(col(Customer::name))).concat(" from ").concat(col(Customer::country))));
  }
  // #endregion

  // #region udf-of-several
  record Size(double price, String category) {}

  static final Udf<Size, String> SHELF = udf("shelf", Size.class, String.class,
      size -> size.price() > 5 ? "top " + size.category() : "box");

  static Stage<Label> shelves(Stage<Product> products) {
    return products.select(row(Label::new).of(
        SHELF.call(struct(row(Size::new).of(col(Product::price), col(Product::category))))));
  }
  // #endregion

  // #region spark
  record Quoted(long orderId, String code, Double discount) {}

  static Stage<Quoted> quoted(Stage<Order> orders) {
    return orders.select(row(Quoted::new).of(
        col(Order::orderId),
        spark("elt", col(Order::quantity), value("one"), value("two")).asText().upper(),
        spark(functions::positive, col(Order::discount)).asDouble()));
  }
  // #endregion

  @Test
  void functionsOfSpark() {
    assertThat(quoted(orders.filter(col(Order::orderId).eq(1))))
        .hasRows(new Quoted(1, "TWO", null));
  }

  @Test
  void functionsOfYourOwn() {
    assertThat(labels(customers)).hasRows(new Label("A. from PT"), new Label("B. from NO"));
    assertThat(shelves(products)).hasRows(new Label("top drinks"), new Label("box"));
  }
}
// @formatter:on
