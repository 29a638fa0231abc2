package dev.sluice.plan.verb;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.Change;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.Operators;
import dev.sluice.plan.Output;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of several stages that belong together. For semi and anti joins there are no outputs: the
 * rows are those of the first stage.
 *
 * @param legs one for each input, in order
 * @param outputs the components that come out
 */
public record Join(List<Leg> legs, List<Output> outputs) implements Verb {
  public Join {
    legs = List.copyOf(legs);
    outputs = List.copyOf(outputs);
  }

  /**
   * How one input is joined.
   *
   * @param kind how it is joined to the inputs before it; {@code INNER} for the first
   * @param condition when rows belong together, over this input and those before it; empty for the
   *     first and for cross joins
   * @param within how far their event times may be apart, if that is said
   * @param filter what must be true of the rows that come out so far, if that is said
   * @param site where it was joined
   */
  public record Leg(
      JoinKind kind,
      Optional<ExprNode> condition,
      Optional<TimeBound> within,
      Optional<ExprNode> filter,
      CallSite site) {

    /** Without a bound of time or a filter. */
    public Leg(JoinKind kind, Optional<ExprNode> condition, CallSite site) {
      this(kind, condition, Optional.empty(), Optional.empty(), site);
    }

    /** The first input. */
    public static Leg first(CallSite site) {
      return new Leg(JoinKind.INNER, Optional.empty(), site);
    }

    /** The same, whose event times may be no further apart. */
    public Leg within(TimeBound bound) {
      return new Leg(kind, condition, Optional.of(bound), filter, site);
    }

    /** The same, of whose rows only those come out for which this is true as well. */
    public Leg filter(ExprNode more) {
      ExprNode all =
          filter
              .<ExprNode>map(before -> new Call(Operators.AND, List.of(before, more), more.site()))
              .orElse(more);
      return new Leg(kind, condition, within, Optional.of(all), site);
    }

    /** All that must be true of rows that belong together. */
    public Optional<ExprNode> match() {
      return Stream.concat(condition.stream(), within.stream().map(TimeBound::condition))
          .reduce((all, more) -> new Call(Operators.AND, List.of(all, more), site));
    }
  }

  @Override
  public String name() {
    JoinKind kind = legs.get(legs.size() - 1).kind();
    return kind == JoinKind.INNER ? "join" : kind.name().toLowerCase(Locale.ROOT) + " join";
  }

  @Override
  public String detail() {
    String on =
        legs.stream().skip(1)
            .flatMap(
                leg -> Stream.concat(
                    leg.condition().stream().map(ExprText::joined),
                    leg.within().stream().map(TimeBound::text)))
            .collect(Collectors.joining(" and "));
    return (on.isEmpty() ? "" : " on " + on) + kinds() + filters();
  }

  private String filters() {
    String where =
        legs.stream().flatMap(leg -> leg.filter().stream()).map(ExprText::joined)
            .collect(Collectors.joining(" and "));
    return where.isEmpty() ? "" : " where " + where;
  }

  /** The name of a longer chain has the last alone. */
  private String kinds() {
    return legs.size() < 3 || legs.stream().allMatch(leg -> leg.kind() == JoinKind.INNER)
        ? ""
        : " ("
            + legs.stream().skip(1)
                .map(leg -> leg.kind().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))
            + ")";
  }

  @Override
  public List<String> parts() {
    return Details.joined(outputs);
  }

  @Override
  public List<Placed> expressions() {
    return Stream.of(
        legs.stream().flatMap(leg -> leg.match().stream()).map(Place.JOIN::of),
        legs.stream().flatMap(leg -> leg.filter().stream()).map(Place.FILTER::of),
        Place.outputs(outputs))
        .flatMap(placed -> placed)
        .toList();
  }

  /** What an outer join adds behind a condition need not fulfil it. */
  @Override
  public List<Change> changes() {
    return IntStream.range(0, legs.size())
        .filter(i -> legs.stream().skip(i + 1L).noneMatch(leg -> leg.kind().leftMayBeMissing()))
        .mapToObj(legs::get)
        .flatMap(leg -> Stream.concat(certain(leg), leg.filter().stream()))
        .<Change>map(Change.Holds::new)
        .toList();
  }

  private static Stream<ExprNode> certain(Leg leg) {
    return leg.kind() == JoinKind.INNER || leg.kind() == JoinKind.SEMI
        ? leg.match().stream()
        : Stream.empty();
  }

  @Override
  public Traits traits() {
    return outputs.isEmpty() ? Traits.passing() : Traits.joining();
  }

  @Override
  public boolean passes(int input) {
    return outputs.isEmpty() && input == 0;
  }

  /** Whether a row has no match is known only when all rows of the other side are. */
  @Override
  public boolean distributes(Set<Integer> inputs) {
    return inputs.size() == 1
        && inputs.stream().allMatch(
            divided -> IntStream.range(Math.max(divided, 1), legs.size())
                .allMatch(
                    leg -> leg == divided
                        ? legs.get(leg).kind().distributesOverRight()
                        : legs.get(leg).kind().distributesOverLeft()));
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return legs.stream()
        .flatMap(leg -> leg.within().stream())
        .flatMap(within -> within.problems(stage).stream())
        .toList();
  }

  @Override
  public boolean mayBeMissing(int input) {
    return legs.get(input).kind().rightMayBeMissing()
        || legs.stream().skip(input + 1L).anyMatch(leg -> leg.kind().leftMayBeMissing());
  }
}
