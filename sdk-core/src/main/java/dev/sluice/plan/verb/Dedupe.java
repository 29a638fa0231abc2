package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.SortKey;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row for each key, or some: the first by an order, or any.
 *
 * @param keys the key columns
 * @param keepFirstBy the order whose first row is kept; empty for any
 * @param rows how many rows are kept by the order, if it is not one
 */
public record Dedupe(List<ExprNode> keys, List<SortKey> keepFirstBy, Optional<Integer> rows)
    implements Verb {
  public Dedupe {
    keys = List.copyOf(keys);
    keepFirstBy = List.copyOf(keepFirstBy);
  }

  /** Keeps one row for each key. */
  public Dedupe(List<ExprNode> keys, List<SortKey> keepFirstBy) {
    this(keys, keepFirstBy, Optional.empty());
  }

  @Override
  public String name() {
    return "dedupe";
  }

  @Override
  public String detail() {
    return Details.by(keys)
        + rows.map(n -> ", first %d by %s".formatted(n, Details.order(keepFirstBy)))
            .orElseGet(() -> Details.first(keepFirstBy));
  }

  @Override
  public List<Placed> expressions() {
    return Stream.concat(Place.KEY.of(keys), Place.orders(keepFirstBy)).toList();
  }

  @Override
  public Traits traits() {
    return Traits.passing();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    Stream<String> noKey =
        keys.isEmpty()
            ? Stream.of("dedupe needs at least one key; distinct() compares whole rows")
            : Stream.of();
    Stream<String> tooFew =
        rows.stream().filter(n -> n < 1).map("keepFirst keeps at least 1 row, not %d"::formatted);
    Stream<String> noOrder =
        rows.isPresent() && keepFirstBy.isEmpty()
            ? Stream.of("keepFirst needs an order: keepFirst(3, desc(…))")
            : Stream.of();
    return Stream.of(noKey, tooFew, noOrder)
        .flatMap(problems -> problems)
        .map(stage::problem)
        .toList();
  }
}
