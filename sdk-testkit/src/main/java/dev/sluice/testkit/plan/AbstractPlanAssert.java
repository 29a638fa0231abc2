package dev.sluice.testkit.plan;

import dev.sluice.testkit.bridge.Operator;
import dev.sluice.testkit.bridge.Operator.Kind;
import dev.sluice.testkit.bridge.PlanTree;
import dev.sluice.testkit.bridge.Queries;
import dev.sluice.testkit.bridge.QueryNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;

/**
 * Assertions about what Spark does to compute a query. The query runs, once for all assertions of a
 * chain and to its last row, because adaptive execution decides a part of the plan while it runs;
 * its rows go nowhere. Failures show the plan that ran, with arrows before what is wrong.
 *
 * <p>A plan depends on settings and on data: a small table is broadcast, one partition needs no
 * further shuffle. Where an input has no rows Spark leaves out operators, and assertions about the
 * whole plan fail rather than take that for right.
 *
 * @param <A> the class itself
 */
public abstract sealed class AbstractPlanAssert<A extends AbstractPlanAssert<A>>
    permits DatasetPlanAssert, StagePlanAssert {

  private final RanQuery query;

  AbstractPlanAssert(RanQuery query) {
    this.query = query;
  }

  abstract A self();

  /** A failure that shows the plan that ran, and of scans the sources if they are known. */
  abstract AssertionError failure(String summary, List<Operator> marked);

  /**
   * Asserts how often rows are sent over the network to be grouped, joined or sorted. A shuffle
   * whose rows are used twice counts once, and so do those of a cached query; a limit that brings
   * rows of several partitions together counts. Rows that are broadcast are not shuffled.
   */
  public final A hasShuffles(int expected) {
    return shuffles(Integer.toString(expected), expected, count -> count == expected);
  }

  /** Asserts that there are no more shuffles than that, counted as by {@link #hasShuffles}. */
  public final A hasAtMostShuffles(int most) {
    return shuffles("at most " + most, most, count -> count <= most);
  }

  /** Asserts that there is no shuffle, as counted by {@link #hasShuffles}. */
  public final A hasNoShuffle() {
    return shuffles("no", 0, count -> count == 0);
  }

  private A shuffles(String expected, int number, IntPredicate right) {
    if (number < 0) {
      throw new IllegalArgumentException("a number of shuffles is 0 or more, not " + number);
    }
    List<Operator> found = query.wholePlan().all(operator -> operator.is(Kind.SHUFFLE));
    if (!right.test(found.size())) {
      throw failure(
          "expected %s %s, found %d"
              .formatted(expected, number == 1 ? "shuffle" : "shuffles", found.size()),
          found);
    }
    return self();
  }

  /**
   * Asserts that no function of Java, Scala or Python is called for the rows: no {@code udf}, no
   * typed {@code map}, {@code filter} or aggregator. Neither the optimizer nor code generation sees
   * into those. One that the optimizer has called ahead, or whose result nobody uses, counts too.
   */
  public final A hasNoUdf() {
    Set<String> udfs = new LinkedHashSet<>();
    Stream.concat(query.plan().all().stream(), query.query().all())
        .forEach(part -> udfs.addAll(part.udfs()));
    if (!udfs.isEmpty()) {
      String summary = "expected no functions of users, found " + String.join(", ", udfs);
      List<Operator> callers = query.plan().all(operator -> !operator.udfs().isEmpty());
      if (!callers.isEmpty()) {
        throw failure(summary, callers);
      }
      throw query.failure(
          summary,
          "the query, before the optimizer:",
          PlanText.of(query.query(), part -> !part.udfs().isEmpty(), part -> ""));
    }
    return self();
  }

  /**
   * Asserts that Spark's optimizer makes the same plan of a query that you have written by hand, so
   * that both cost the same. Columns must have the same names and order. Names of inner columns and
   * the order of conditions do not matter. Nothing is run.
   *
   * <p>Rows in memory are computed while the plan is optimized, so their plans say nothing, and are
   * refused: read files, or take the profile {@code FAITHFUL}, which keeps Spark from that.
   */
  public final A hasSamePlanAs(Dataset<?> handWritten) {
    List<String> columns = Arrays.asList(query.dataset().columns());
    List<String> expected = Arrays.asList(handWritten.columns());
    if (!columns.equals(expected)) {
      throw query.failure(
          "expected the columns %s, found %s".formatted(expected, columns),
          "the query, before the optimizer:",
          PlanText.of(query.query(), part -> false, part -> ""));
    }
    for (Dataset<?> compared : List.of(query.dataset(), handWritten)) {
      if (Queries.hasComputedRows(compared)) {
        throw query.failure(
            "Spark's optimizer has computed rows in memory, or seen that none is left, so there is"
                + " no plan to compare: read files, or use SparkProfile.FAITHFUL",
            "the plan, optimized:",
            PlanText.of(Queries.optimized(compared), part -> false, part -> ""));
      }
    }
    QueryNode actual = Queries.optimized(query.dataset());
    QueryNode other = Queries.optimized(handWritten);
    if (!actual.computesSameAs(other)) {
      throw query.failure(
          "expected the plan of the query written by hand",
          "the plan, optimized:",
          different(actual, other));
    }
    return self();
  }

  private static List<String> different(QueryNode actual, QueryNode other) {
    List<String> actualLines = PlanTree.lines(actual);
    List<String> otherLines = PlanTree.lines(other);
    List<String> lines =
        new ArrayList<>(PlanText.of(actual, part -> !otherLines.contains(part.text()), part -> ""));
    lines.add("");
    lines.add("the plan of the query written by hand:");
    lines.addAll(PlanText.of(other, part -> !actualLines.contains(part.text()), part -> ""));
    if (actualLines.equals(otherLines)) {
      lines.add("");
      lines.add(
          "They read alike: types, the order of inputs or a function of Java, which equals only"
              + " itself, differ.");
    }
    return lines;
  }
}
