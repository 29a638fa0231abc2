package dev.sluice.plan;

import static dev.sluice.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Projection;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.CleanRules;
import dev.sluice.spark.compile.TestSpark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** A column that is said never to be NULL is never NULL in the data, whatever the data. */
class NullabilityTest {

  record Cell(Integer a, Integer b, Boolean c) {}

  record Left(Integer k, Integer v) {}

  record Right(Integer k, Integer w) {}

  record Pair(Integer leftKey, Integer v, Integer rightKey, Integer w) {}

  record Triple(Integer one, Integer two, Integer three) {}

  record Numbers(Integer key, Long sum, Integer min, Double avg, Long count, Boolean any) {}

  record Shifted(Integer before, Long around, Long after, Integer place) {}

  private final SparkSession spark = TestSpark.session();
  private final Pipeline pipeline = Pipeline.named("nulls");

  @Test
  void holdsForFiltersOfAllShapes() {
    Stage<Cell> cells = cells();
    int claims = 0;
    for (BoolExpr<Cell> condition : conditions()) {
      claims += holds(cells.filter(condition), condition.toString());
    }
    assertThat(claims).as("columns said to be never NULL").isGreaterThan(200);
  }

  @Test
  void holdsForAllPairsOfCleanSteps() {
    List<UnaryOperator<CleanRules<Cell>>> steps =
        List.of(
            c -> c.fill(Cell::a).with(0),
            c -> c.fill(Cell::a).with(col(Cell::b)),
            c -> c.set(Cell::a).to(col(Cell::b)),
            c -> c.set(Cell::b).to(col(Cell::a).plus(1)),
            c -> c.require("present", col(Cell::a).isNotNull()),
            c -> c.require("not both", not(col(Cell::a).gt(0).and(col(Cell::b).gt(0)))),
            c -> c.requireUnlessNull("positive", col(Cell::b).gt(0)),
            c -> c.warn("flagged", col(Cell::c)),
            c -> c.dedupe(Cell::a));
    int claims = 0;
    for (int i = 0; i < steps.size(); i++) {
      for (int j = 0; j < steps.size(); j++) {
        var first = steps.get(i);
        var second = steps.get(j);
        if (i != j) {
          claims += holds(cells().clean("c", c -> second.apply(first.apply(c))), i + ", " + j);
        }
      }
    }
    assertThat(claims).as("columns said to be never NULL").isGreaterThan(25);
  }

  @Test
  void holdsForAllKindsOfJoins() {
    var left = rows(Left.class, new Left(null, 1), new Left(1, null), new Left(2, 2));
    var right = rows(Right.class, new Right(null, 1), new Right(1, null), new Right(3, 3));
    int claims = 0;
    for (var join : List.of(
        left.join(right), left.leftJoin(right), left.rightJoin(right), left.fullJoin(right))) {
      var joined = join.on(Left::k).equalTo(Right::k);
      claims +=
          holds(
              joined.select((l, r) -> row(Pair::new)
                  .of(l.col(Left::k), l.col(Left::v), r.col(Right::k), r.col(Right::w))),
              "join");
      claims +=
          holds(
              joined
                  .where((l, r) -> l.col(Left::v).gt(0).or(r.col(Right::w).isNotNull()))
                  .select((l, r) -> row(Pair::new).of(
                      l.col(Left::k).orElse(0),
                      l.col(Left::v).plus(r.col(Right::w)),
                      r.col(Right::k),
                      coalesce(l.col(Left::v), r.col(Right::w), r.col(Right::k)))),
              "join with a condition");
    }
    holds(left.semiJoin(right).on(Left::k).equalTo(Right::k), "semi join");
    holds(left.antiJoin(right).on(Left::k).equalTo(Right::k), "anti join");
    assertThat(claims).as("columns said to be never NULL").isGreaterThan(3);
  }

  @Test
  void holdsForAllPairsOfJoinsInAChain() {
    Stage<Left> one = rows(Left.class, new Left(1, 1), new Left(2, 2), new Left(3, 3));
    Stage<Left> two = rows(Left.class, new Left(1, 1), new Left(4, 4)).filter(col(Left::k).gt(0));
    Stage<Left> three = rows(Left.class, new Left(1, 1), new Left(2, 2), new Left(5, 5));
    one = one.filter(col(Left::k).gt(0));
    three = three.filter(col(Left::k).gt(0));
    for (var first : List.of(one.join(two), one.leftJoin(two), one.rightJoin(two),
        one.fullJoin(two))) {
      var joined = first.on(Left::k).equalTo(Left::k);
      for (var second : List.of(
          joined.join(three),
          joined.leftJoin(three),
          joined.rightJoin(three),
          joined.fullJoin(three))) {
        holds(
            second
                .on((a, b) -> a.col(Left::k)).equalTo(Left::k)
                .select((a, b, c) -> row(Triple::new).of(
                    a.col(Left::k), b.col(Left::k), c.col(Left::k))),
            "chain");
      }
    }
  }

  @Test
  void holdsForAggregatesWithAndWithoutKeysAndRows() {
    var present = cells().filter(col(Cell::a).isNotNull().and(col(Cell::c).isNotNull()));
    for (Stage<Cell> cells : List.of(cells(), present, present.filter(col(Cell::a).gt(100)))) {
      holds(cells.groupBy(Cell::a).aggregate(numbers(true)), "with a key");
      holds(cells.aggregate(numbers(false)), "without keys");
    }
  }

  @Test
  void holdsForAnalyticWindows() {
    var window = partitionBy(Cell::c).orderBy(asc(Cell::a));
    var row =
        row(Shifted::new).of(
            over(window, lag(col(Cell::a))),
            over(window.rowsBetween(-1, 1), sum(Cell::a)),
            over(window.rowsBetween(1, 2), sum(Cell::a)),
            over(window, rowNumber()));

    assertThat(holds(cells().filter(col(Cell::a).isNotNull()).select(row), "windows")).isEqualTo(2);
    assertThat(holds(cells().select(row), "windows over NULLs")).isEqualTo(1);
  }

  @Test
  void holdsForUnions() {
    var present = cells().filter(col(Cell::a).isNotNull());
    var other = cells().filter(col(Cell::a).gt(0).and(col(Cell::b).gt(0)));

    assertThat(holds(present.union(other), "union")).isEqualTo(1);
    assertThat(holds(present.union(other, cells()), "union with NULLs")).isZero();
  }

  private static Projection<dev.sluice.expr.Group<Cell>, Numbers> numbers(boolean keyed) {
    return row(Numbers::new).of(
        keyed ? key(Cell::a) : max(Cell::b),
        sum(Cell::a),
        min(Cell::a),
        avg(Cell::a),
        count(Cell::a),
        any(col(Cell::c)));
  }

  private static Set<BoolExpr<Cell>> conditions() {
    List<BoolExpr<Cell>> atoms =
        List.of(
            col(Cell::a).gt(0),
            col(Cell::b).gt(0),
            col(Cell::a).isNull(),
            col(Cell::a).isNotNull(),
            col(Cell::c),
            col(Cell::a).eqNullSafe(col(Cell::b)),
            col(Cell::a).plus(col(Cell::b)).gt(1),
            col(Cell::a).in(0, 1),
            col(Cell::b).between(0, 1),
            coalesce(col(Cell::a), col(Cell::b)).gt(0),
            when(col(Cell::a).gt(0)).then(col(Cell::c)).otherwise(true),
            col(Cell::a).toText().tryToDouble().gt(0));
    Set<BoolExpr<Cell>> all = new LinkedHashSet<>();
    for (BoolExpr<Cell> x : atoms) {
      around(x).forEach(all::add);
      for (BoolExpr<Cell> y : atoms.subList(0, 6)) {
        around(x.and(y)).forEach(all::add);
        around(x.or(y)).forEach(all::add);
      }
    }
    return all;
  }

  private static Stream<BoolExpr<Cell>> around(BoolExpr<Cell> x) {
    return Stream.of(x, x.not(), x.isNull(), x.isNotNull(), x.isNotNull().not(), x.eq(false));
  }

  private Stage<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Integer a : Arrays.asList(null, 0, 1)) {
      for (Integer b : Arrays.asList(null, 0, 1)) {
        for (Boolean c : Arrays.asList(null, true, false)) {
          cells.add(new Cell(a, b, c));
        }
      }
    }
    return rows(Cell.class, cells.toArray(Cell[]::new));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  private <T extends Record> Stage<T> rows(Class<T> type, T... rows) {
    return pipeline.source(type.getSimpleName(), InMemory.rows(type, List.of(rows)));
  }

  /** Runs the stage and gives the number of columns that are said never to be NULL. */
  private int holds(Stage<?> stage, String what) {
    Nullability nullability = new Nullability();
    stage.node().upstream().forEach(nullability::neverNull);
    Set<String> claimed = nullability.neverNull(stage.node());
    for (Row row : stage.toDataset(spark).collectAsList()) {
      for (String column : claimed) {
        assertThat(row.isNullAt(row.fieldIndex(column)))
            .as("%s is NULL in %s after: %s", column, row, what)
            .isFalse();
      }
    }
    return claimed.size();
  }
}
