package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.expr.IntExpr;
import dev.sluice.io.memory.InMemory;
import java.util.List;
import java.util.Map;
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

  @Test
  void compare() {
    Stage<Line> before = lines.filter(col(Line::orderDate).lt(MAY_2));
    // #region comparing
    Stage<Line> inBoth = lines.intersect(before);                                   // each different row once
    Stage<Line> added = lines.except(before);
    Stage<Line> counted = lines.union(lines).exceptAll(before);                     // as often as there are more
    // #endregion

    assertThat(inBoth).hasRows(LINES.get(0), LINES.get(1));
    assertThat(added).hasRows(LINES.get(2));
    assertThat(counted).hasRows(LINES.get(0), LINES.get(1), LINES.get(2), LINES.get(2));
  }

  @Test
  void draw(SparkSession spark) {
    // #region drawing
    List<Stage<Line>> parts = lines.randomSplit(42, 0.8, 0.2);                      // no row in both
    Stage<Line> ofEach = lines.sampleBy(Line::productName, Map.of("tea", 1.0, "bread", 0.1), 42);
    // #endregion

    assertThat(parts.get(0).union(parts.get(1))).hasRows(LINES);
    assertThat(ofEach.collect(spark)).contains(LINES.get(0));
  }

  record Figures(String product, Integer open, Integer sold) {}

  record Figure(String product, String what, int pieces) {}

  @Test
  void unpivot() {
    Stage<Figures> figures =
        pipeline.source("figures", InMemory.rows(Figures.class, List.of(new Figures("tea", 5, 7), new Figures("bread", null, 9))));
    // #region unpivot
    Stage<Figure> rows = figures
        .unpivot(Figures::open, Figures::sold)
        .select((f, what, pieces) -> row(Figure::new).of(f.col(Figures::product), what, IntExpr.of(pieces)));
    // #endregion

    assertThat(rows).hasRows(new Figure("tea", "open", 5), new Figure("tea", "sold", 7), new Figure("bread", "sold", 9));
  }
}
// @formatter:on
