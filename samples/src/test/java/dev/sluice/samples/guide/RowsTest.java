package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class RowsTest extends Shop {

  @Test
  void filter() {
    // #region filter
    BoolExpr<Order> inMay = col(Order::orderDate).between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));
    BoolExpr<Order> large = col(Order::quantity).ge(2).or(col(Order::note).startsWith("late"));

    Stage<Order> selected = orders.filter(inMay.and(large)).filter(not(col(Order::discount).isNull()));
    // #endregion

    assertThat(selected).hasRows(ORDERS.get(2));
  }

  @Test
  void select() {
    // #region select
    record Short(long orderId, String product, double price) {}

    Stage<Short> shortened = lines.select(row(Short::new).of(
        col(Line::orderId), col(Line::productName).upper(), col(Line::amount).round(0)));
    // #endregion

    assertThat(shortened)
        .hasRows(new Short(1, "TEA", 20.0), new Short(2, "BREAD", 2.0), new Short(3, "BREAD", 40.0));
  }

  @Test
  void enrich() {
    // #region enrich
    record TaxedLine(long orderId, long customerId, String productName, LocalDate orderDate, double amount, double tax) {}

    Stage<TaxedLine> taxed = lines.enrich(TaxedLine.class,
        set(TaxedLine::tax).to(col(Line::amount).times(0.2)));

    Stage<Line> inCents = lines.enrich(Line.class,
        set(Line::amount).to(col(Line::amount).times(100)));
    // #endregion

    assertThat(taxed)
        .hasRows(
            new TaxedLine(1, 7, "tea", MAY_1, 20.0, 4.0),
            new TaxedLine(2, 8, "bread", MAY_1, 2.0, 0.4),
            new TaxedLine(3, 7, "bread", MAY_2, 40.0, 8.0));
    assertThat(inCents)
        .hasRows(
            new Line(1, 7, "tea", MAY_1, 2000.0),
            new Line(2, 8, "bread", MAY_1, 200.0),
            new Line(3, 7, "bread", MAY_2, 4000.0));
  }
}
// @formatter:on
