package dev.sluice.testkit.plan;

import dev.sluice.testkit.bridge.Operator;
import dev.sluice.testkit.bridge.Operator.Kind;
import dev.sluice.testkit.bridge.QueryNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The joins whose inputs are rows of a stage, in the plan that ran. */
final class JoinInputs {

  /**
   * A join of the plan.
   *
   * @param broadcast whether the rows of the stage are what it has sent to all executors
   * @param asked whether the query asks for that
   */
  record Found(Operator join, boolean broadcast, boolean asked) {}

  private final Lineage lineage;
  private final List<Operator> joins;
  private final Set<QueryNode> present = new HashSet<>();
  private final List<Found> found = new ArrayList<>();
  private int written;
  private int missing;

  private JoinInputs(Lineage lineage, Operator plan) {
    this.lineage = lineage;
    this.joins = plan.all(operator -> operator.is(Kind.JOIN));
    plan.all().forEach(operator -> present.addAll(lineage.leaves(operator)));
  }

  static JoinInputs of(List<QueryNode> occurrences, Lineage lineage, Operator plan) {
    JoinInputs inputs = new JoinInputs(lineage, plan);
    occurrences.forEach(occurrence -> lineage.joinInput(occurrence).ifPresent(inputs::findJoin));
    return inputs;
  }

  /** An input of a join is known by its leaves: no other input has all of them and only them. */
  private void findJoin(QueryNode input) {
    written++;
    Set<QueryNode> leaves = new HashSet<>(input.leaves());
    leaves.retainAll(present);
    Optional<Found> join =
        joins.stream()
            .flatMap(candidate -> match(candidate, leaves, input.asksForBroadcast()).stream())
            .findFirst();
    join.ifPresentOrElse(found::add, () -> missing++);
  }

  private Optional<Found> match(Operator join, Set<QueryNode> leaves, boolean asked) {
    return leaves.isEmpty()
        ? Optional.empty()
        : join.inputs().stream()
            .filter(input -> lineage.leaves(input).equals(leaves))
            .findFirst()
            .map(
                input -> new Found(join, join.broadcast().filter(b -> b == input).isPresent(),
                    asked));
  }

  /** Whether the query, as it was written, joins rows of the stage at all. */
  boolean none() {
    return written == 0;
  }

  /** How many joins of the query are not in the plan. */
  int missing() {
    return missing;
  }

  List<Found> found() {
    return List.copyOf(found);
  }

  /** Whether a join broadcasts the rows because the query asks for it. */
  boolean broadcastAsAsked() {
    return found.stream().anyMatch(f -> f.broadcast() && f.asked());
  }

  List<Operator> joins(boolean broadcast) {
    return found.stream().filter(f -> f.broadcast() == broadcast).map(Found::join).toList();
  }
}
