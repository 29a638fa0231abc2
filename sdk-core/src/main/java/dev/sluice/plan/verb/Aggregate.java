package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Output;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.TimeWindow;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of a record for each group of rows.
 *
 * @param keys the key columns; none for one row over all rows
 * @param window how event time is cut, if it is
 * @param having the condition on groups, if there is one
 * @param outputs the components that come out
 * @param subtotals which rows of totals come out beside those of the keys, if there are any
 */
public record Aggregate(
    List<ExprNode> keys,
    Optional<TimeWindow> window,
    Optional<ExprNode> having,
    List<Output> outputs,
    Optional<Subtotals> subtotals) implements Verb {

  public Aggregate {
    keys = List.copyOf(keys);
    outputs = List.copyOf(outputs);
  }

  /** The same for all groups, whatever the condition on them. */
  public Aggregate withoutHaving() {
    return new Aggregate(keys, window, Optional.empty(), outputs, subtotals);
  }

  @Override
  public String name() {
    return "aggregate";
  }

  @Override
  public String detail() {
    return subtotals.map(all -> all.text(keys)).orElseGet(() -> Details.by(keys))
        + window.map(w -> " in " + w.text()).orElse("")
        + having.map(h -> " having " + ExprText.of(h)).orElse("");
  }

  @Override
  public List<String> parts() {
    return Details.outputs(outputs);
  }

  @Override
  public List<Placed> expressions() {
    return Stream.of(
        Place.KEY.of(keys), having.stream().map(Place.GROUP::of), Place.outputs(outputs))
        .flatMap(placed -> placed)
        .toList();
  }

  @Override
  public Traits traits() {
    return Traits.grouping(!keys.isEmpty() || window.isPresent());
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    Stream<Problem> ofWindow =
        window.stream().flatMap(w -> w.problems().stream()).map(stage::problem);
    return Stream.concat(ofWindow, new TotalsCheck(this).problems(stage)).toList();
  }
}
