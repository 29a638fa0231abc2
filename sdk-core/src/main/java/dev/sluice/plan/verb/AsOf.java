package dev.sluice.plan.verb;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.Change;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import dev.sluice.plan.Output;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import dev.sluice.record.ColumnType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each row of a stage with the latest of another that has the same keys and is not later.
 *
 * @param keys what is equal in both
 * @param left when the row happened
 * @param right when the other one did
 * @param tolerance how much earlier it may be, if that is said
 * @param keepsAll whether a row comes out that has no such other
 * @param outputs the components that come out
 * @param site where the join was begun
 */
public record AsOf(
    List<Pair> keys,
    ExprNode left,
    ExprNode right,
    Optional<Duration> tolerance,
    boolean keepsAll,
    List<Output> outputs,
    CallSite site)
    implements Verb {
  public AsOf {
    keys = List.copyOf(keys);
    outputs = List.copyOf(outputs);
  }

  /**
   * What is equal in both rows.
   *
   * @param left of the first stage
   * @param right of the other
   */
  public record Pair(ExprNode left, ExprNode right) {}

  /** The same with one more key. */
  public AsOf and(Pair key) {
    List<Pair> more = Stream.concat(keys.stream(), Stream.of(key)).toList();
    return new AsOf(more, left, right, tolerance, keepsAll, outputs, site);
  }

  /** The same, of these times. */
  public AsOf times(ExprNode ofLeft, ExprNode ofRight) {
    return new AsOf(keys, ofLeft, ofRight, tolerance, keepsAll, outputs, site);
  }

  /** The same, in which the other row may be no earlier than by this. */
  public AsOf within(Duration most) {
    return new AsOf(keys, left, right, Optional.of(most), keepsAll, outputs, site);
  }

  /** The same, of which these components come out. */
  public AsOf giving(List<Output> components) {
    return new AsOf(keys, left, right, tolerance, keepsAll, components, site);
  }

  @Override
  public String name() {
    return keepsAll ? "leftAsOfJoin" : "asOfJoin";
  }

  @Override
  public String detail() {
    return " on %s and %s at or before %s%s"
        .formatted(
            keys.stream()
                .map(key -> ExprText.joined(key.left()) + " = " + ExprText.joined(key.right()))
                .collect(Collectors.joining(" and ")),
            ExprText.joined(right),
            ExprText.joined(left),
            tolerance.map(most -> ", at most " + most).orElse(""));
  }

  @Override
  public List<String> parts() {
    return Details.joined(outputs);
  }

  @Override
  public List<Placed> expressions() {
    return Stream.of(
        keys.stream().flatMap(key -> Stream.of(key.left(), key.right())).map(Place.JOIN::of),
        Stream.of(left, right).map(Place.JOIN::of),
        Place.outputs(outputs))
        .flatMap(placed -> placed)
        .toList();
  }

  /** Keys and times that are NULL match nothing. */
  @Override
  public List<Change> changes() {
    return keepsAll
        ? List.of()
        : Stream.concat(
            keys.stream().map(key -> call(Operators.EQ, key.left(), key.right())),
            Stream.of(call(Operators.LE, right, left)))
            .<Change>map(Change.Holds::new)
            .toList();
  }

  private ExprNode call(Fn fn, ExprNode a, ExprNode b) {
    return new Call(fn, List.of(a, b), site);
  }

  /** Of equally late rows any may be taken. */
  @Override
  public Traits traits() {
    return Traits.joining().notRepeatable();
  }

  @Override
  public boolean mayBeMissing(int input) {
    return input == 1 && keepsAll;
  }

  /** The latest is known only when all other rows are. */
  @Override
  public boolean distributes(Set<Integer> inputs) {
    return inputs.equals(Set.of(0));
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return tolerance.stream().flatMap(most -> problem(most, stage)).toList();
  }

  private Stream<Problem> problem(Duration most, PlanNode stage) {
    if (most.isNegative()) {
      return Stream.of(
          stage.problem(site, "within(%s) matches nothing: it cannot be negative".formatted(most)));
    }
    boolean isTime =
        left.type(stage.records())
            .filter(type -> type != ColumnType.Scalar.TIMESTAMP)
            .filter(type -> type != ColumnType.Scalar.TIMESTAMP_NTZ)
            .isEmpty();
    return isTime
        ? Stream.empty()
        : Stream.of(
            stage.problem(
                site,
                "within(%s) is a distance in time, and %s is none: leave it out and filter behind the join"
                    .formatted(most, ExprText.joined(left))));
  }
}
