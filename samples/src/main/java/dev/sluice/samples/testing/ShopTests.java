package dev.sluice.samples.testing;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.when;

import dev.sluice.Stage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Ten small tests of pipelines, two of them aggregations with joins. What differs from suite to
 * suite is where the session comes from and how rows are compared; the pipelines differ by a
 * number, so that Spark compiles code for each.
 */
abstract class ShopTests {

  record Order(long id, String product, Integer quantity, LocalDate day) {}

  record Product(String product, String category, double price) {}

  record Line(long id, String category, LocalDate day, double amount) {}

  record Sales(String category, double revenue, long lines) {}

  record Best(LocalDate day, double amount, long lines) {}

  record Labelled(long id, String label) {}

  record Ranked(String product, long id, int rank) {}

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final Order PEN = new Order(1, "pen", 2, MAY);
  private static final Order CUP = new Order(2, "cup", 1, MAY.plusDays(1));
  private static final Order INK = new Order(3, "ink", null, MAY);
  private static final List<Product> PRODUCTS =
      List.of(
          new Product("pen", "office", 1.5),
          new Product("ink", "office", 4.0),
          new Product("cup", "home", 5.0));

  private final int number;

  /**
   * @param number makes the pipelines differ from those of other classes
   */
  ShopTests(int number) {
    this.number = number;
  }

  /** Rows as a stage of the test's own pipeline. */
  abstract <T extends Record> Stage<T> rows(Class<T> type, List<T> rows);

  /** Asserts that these are the rows, in whatever order. */
  abstract <T extends Record> void check(Stage<T> stage, List<T> expected);

  private Stage<Order> orders() {
    return rows(Order.class, List.of(PEN, CUP, INK));
  }

  @Test
  void filterKeepsTrueRows() {
    check(orders().filter(col(Order::quantity).plus(number).gt(number + 1)), List.of(PEN));
  }

  @Test
  void nullsAreFilled() {
    check(
        orders()
            .clean("filled", c -> c.fill(Order::quantity).with(number))
            .filter(col(Order::id).eq(3L)),
        List.of(new Order(3, "ink", number, MAY)));
  }

  @Test
  void rulesReject() {
    check(
        orders()
            .clean("valid", c -> c
                .require("has a quantity", col(Order::quantity).isNotNull())
                .require("not too much", col(Order::quantity).lt(number + 2))),
        number == 0 ? List.of(CUP) : List.of(PEN, CUP));
  }

  @Test
  void enrichSetsAColumn() {
    check(
        orders()
            .enrich(Order.class, set(Order::quantity).to(col(Order::quantity).plus(number)))
            .filter(col(Order::product).eq("pen")),
        List.of(new Order(1, "pen", 2 + number, MAY)));
  }

  @Test
  void whenChooses() {
    check(
        orders()
            .select(row(Labelled::new).of(
                col(Order::id),
                when(col(Order::quantity).gt(1)).then("many " + number).otherwise("few"))),
        List.of(new Labelled(1, "many " + number), new Labelled(2, "few"), new Labelled(3, "few")));
  }

  @Test
  void theNewestDuplicateIsKept() {
    Order newer = new Order(1, "pen", 5 + number, MAY.plusDays(7));
    check(
        rows(Order.class, List.of(PEN, newer, CUP)).keepFirst(desc(Order::day)).per(Order::id),
        List.of(newer, CUP));
  }

  @Test
  void rowsAreRanked() {
    check(
        rows(Order.class, List.of(PEN, new Order(9, "pen", number, MAY), CUP))
            .select(row(Ranked::new).of(
                col(Order::product),
                col(Order::id),
                over(partitionBy(Order::product).orderBy(asc(Order::id)), rowNumber()))),
        List.of(new Ranked("pen", 1, 1), new Ranked("pen", 9, 2), new Ranked("cup", 2, 1)));
  }

  @Test
  void productsOfACategoryAreFound() {
    check(
        rows(Product.class, PRODUCTS)
            .filter(
                col(Product::category).startsWith("off").and(col(Product::price).lt(2.0 + number))),
        number < 3 ? List.of(PRODUCTS.get(0)) : PRODUCTS.subList(0, 2));
  }

  @Test
  void salesAreAddedUpByCategory() {
    check(
        lines()
            .groupBy(Line::category)
            .aggregate(row(Sales::new).of(key(Line::category), sum(Line::amount), count())),
        List.of(
            new Sales("office", 3.0 * (number + 1), 2), new Sales("home", 5.0 * (number + 1), 1)));
  }

  @Test
  void theBestLineOfADayIsFound() {
    check(
        lines()
            .groupBy(Line::day)
            .aggregate(row(Best::new).of(key(Line::day), max(Line::amount), count())),
        List.of(
            new Best(MAY, 3.0 * (number + 1), 2),
            new Best(MAY.plusDays(1), 5.0 * (number + 1), 1)));
  }

  private Stage<Line> lines() {
    return orders()
        .join(rows(Product.class, PRODUCTS))
        .on(Order::product).equalTo(Product::product)
        .select((o, p) -> row(Line::new).of(
            o.col(Order::id),
            p.col(Product::category),
            o.col(Order::day),
            o.col(Order::quantity)
                .orElse(0)
                .times(p.col(Product::price))
                .times(number + 1.0)));
  }
}
