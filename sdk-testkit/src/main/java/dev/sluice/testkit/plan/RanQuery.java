package dev.sluice.testkit.plan;

import dev.sluice.testkit.bridge.Operator;
import dev.sluice.testkit.bridge.Operator.Kind;
import dev.sluice.testkit.bridge.Queries;
import dev.sluice.testkit.bridge.QueryNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;

/** A query under test. It runs when its plan is first asked for, and once. */
final class RanQuery {

  private final String description;
  private final Dataset<?> dataset;
  private Optional<Operator> plan = Optional.empty();
  private Optional<QueryNode> query = Optional.empty();

  RanQuery(String description, Dataset<?> dataset) {
    this.description = description;
    this.dataset = dataset;
  }

  Dataset<?> dataset() {
    return dataset;
  }

  /** The query as it was written. */
  synchronized QueryNode query() {
    if (query.isEmpty()) {
      query = Optional.of(Queries.analyzed(dataset));
    }
    return query.get();
  }

  /** The plan that ran in the end. */
  synchronized Operator plan() {
    if (plan.isEmpty()) {
      plan = Optional.of(Queries.run(dataset));
    }
    return plan.get();
  }

  /**
   * The plan, if it says what the query costs: of a query without rows Spark leaves most of it out.
   */
  Operator wholePlan() {
    List<Operator> empty = plan().all(operator -> operator.is(Kind.EMPTY));
    if (!empty.isEmpty()) {
      throw failure(
          "an input is empty, so Spark left out operators and the plan tells nothing: give the test"
              + " rows that reach them",
          empty,
          operator -> "");
    }
    return plan();
  }

  AssertionError failure(String summary, Collection<Operator> marked) {
    return failure(summary, marked, operator -> "");
  }

  /** A failure that shows the plan that ran. */
  AssertionError failure(
      String summary, Collection<Operator> marked, Function<Operator, String> note) {
    Set<Operator> arrows = Set.copyOf(marked);
    return failure(
        summary,
        "the plan that ran:",
        PlanText.of(plan(), arrows::contains, tree -> note.apply((Operator) tree)));
  }

  AssertionError failure(String summary, String title, List<String> lines) {
    return new AssertionError(
        "plan of %s: %s\n\n%s\n%s".formatted(description, summary, title, text(lines)));
  }

  static String text(List<String> lines) {
    return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }
}
