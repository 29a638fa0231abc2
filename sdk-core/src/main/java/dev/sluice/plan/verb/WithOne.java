package dev.sluice.plan.verb;

import dev.sluice.plan.Change;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Output;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rows of a stage, beside the one row of another. Without outputs the rows are those of the first
 * stage.
 *
 * @param certain whether the other stage has a row whatever happens; if not, its columns can be NULL
 * @param condition what must be true of the rows that come out, if that is said
 * @param outputs the components that come out
 */
public record WithOne(boolean certain, Optional<ExprNode> condition, List<Output> outputs)
    implements Verb {
  public WithOne {
    outputs = List.copyOf(outputs);
  }

  @Override
  public String name() {
    return "withOne";
  }

  @Override
  public String detail() {
    return condition.map(c -> " where " + ExprText.joined(c)).orElse("");
  }

  @Override
  public List<String> parts() {
    return Details.joined(outputs);
  }

  @Override
  public List<Placed> expressions() {
    return Stream.concat(condition.stream().map(Place.FILTER::of), Place.outputs(outputs)).toList();
  }

  @Override
  public List<Change> changes() {
    return condition.<Change>map(Change.Holds::new).stream().toList();
  }

  @Override
  public Traits traits() {
    return outputs.isEmpty() ? Traits.passing() : Traits.joining();
  }

  @Override
  public boolean passes(int input) {
    return outputs.isEmpty() && input == 0;
  }

  @Override
  public boolean mayBeMissing(int input) {
    return input == 1 && !certain;
  }

  @Override
  public boolean distributes(Set<Integer> inputs) {
    return inputs.equals(Set.of(0));
  }
}
