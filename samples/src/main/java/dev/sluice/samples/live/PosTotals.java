package dev.sluice.samples.live;

import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sliding;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowEnd;
import static dev.sluice.Dsl.windowStart;

import dev.sluice.Stage;
import dev.sluice.plan.TimeWindow;
import dev.sluice.samples.live.model.ProductTotal;
import dev.sluice.samples.live.model.ProductWindow;
import dev.sluice.samples.live.model.Sale;
import java.time.Duration;

/**
 * What products bring in, in all and by time.
 *
 * <p>A total is never final: it comes each time it changes, and replaces the one before by its key. A
 * window is final when no sale can come any more that belongs to it, and then it comes once. Which of
 * the two a sink gets follows from the stage; Spark calls them the output modes update and append.
 * Its third one, complete, would send all groups each time.
 */
final class PosTotals {

  private static final Duration LATE = Duration.ofMinutes(10);
  private static final Duration LENGTH = Duration.ofMinutes(5);

  private PosTotals() {}

  /** Of each product the sum of all sales so far. */
  static Stage<ProductTotal> totals(Stage<Sale> sales) {
    return sales
        .groupBy(Sale::productId)
        .aggregate(row(ProductTotal::new).of(key(Sale::productId), sum(Sale::amount), count()));
  }

  /** Of each product the sums of five minutes each. */
  static Stage<ProductWindow> tumblingSums(Stage<Sale> sales) {
    return sums(sales, tumbling(LENGTH));
  }

  /** Of each product the sums of ten minutes, every five minutes. */
  static Stage<ProductWindow> slidingSums(Stage<Sale> sales) {
    return sums(sales, sliding(LENGTH.multipliedBy(2), LENGTH));
  }

  private static Stage<ProductWindow> sums(Stage<Sale> sales, TimeWindow window) {
    return sales
        .eventTime(Sale::createDate, LATE)
        .window(window)
        .groupBy(Sale::productId)
        .aggregate(row(ProductWindow::new).of(
            windowStart(), windowEnd(), key(Sale::productId), sum(Sale::amount)));
  }
}
