package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Stage;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class ArrangingTest extends Shop {

  @Test
  void arrange(SparkSession spark) {
    // #region arranging
    Stage<Line> twice = lines.union(lines);                                         // duplicates included
    Stage<Line> once = twice.distinct();                                            // whole rows compared
    Stage<Line> onePerOrder = twice.dedupe(Line::orderId);                          // whichever row
    Stage<Line> newest = lines.keepFirst(desc(Line::orderDate)).per(Line::customerId);
    Stage<Line> top = lines.sort(desc(Line::amount), asc(col(Line::productName).lower())).limit(2);
    Stage<Line> some = lines.sample(0.1, 42);                                       // about a tenth, seed 42
    // #endregion

    assertThat(twice).hasRows(Stream.concat(LINES.stream(), LINES.stream()).toList());
    assertThat(once).hasRows(LINES);
    assertThat(onePerOrder).hasRows(LINES);
    assertThat(newest).hasRows(LINES.get(1), LINES.get(2));
    assertThat(top).inOrder().hasRows(LINES.get(2), LINES.get(0));
    assertThat(some.collect(spark)).isSubsetOf(LINES).hasSizeLessThanOrEqualTo(3);
  }
}
// @formatter:on
