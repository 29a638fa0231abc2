package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Stage;
import org.junit.jupiter.api.Test;

// spotless:off: set by hand, as the guide shows it
class ArrangingTest extends Shop {

  @Test
  void arrange() {
    // #region arranging
    Stage<Line> twice = lines.union(lines);                                         // duplicates included
    Stage<Line> once = twice.distinct();                                            // whole rows compared
    Stage<Line> onePerOrder = twice.dedupe(Line::orderId);                          // whichever row
    Stage<Line> newest = lines.keepFirst(desc(Line::orderDate)).per(Line::customerId);
    Stage<Line> top = lines.sort(desc(Line::amount), asc(col(Line::productName).lower())).limit(2);
    Stage<Line> some = lines.sample(0.1, 42);                                       // about a tenth, seed 42
    // #endregion

    assertThat(twice.collect(spark)).hasSize(6);
    assertThat(once.collect(spark)).hasSize(3);
    assertThat(onePerOrder.collect(spark)).hasSize(3);
    assertThat(newest.collect(spark)).extracting(Line::orderId).containsExactlyInAnyOrder(2L, 3L);
    assertThat(top.collect(spark)).extracting(Line::orderId).containsExactly(3L, 1L);
    assertThat(some.collect(spark)).hasSizeLessThanOrEqualTo(3);
  }
}
// spotless:on
