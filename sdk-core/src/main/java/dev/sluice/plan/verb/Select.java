package dev.sluice.plan.verb;

import dev.sluice.plan.Output;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;

/**
 * A row of a record for each row.
 *
 * @param outputs the components that come out
 */
public record Select(List<Output> outputs) implements Verb {
  public Select {
    outputs = List.copyOf(outputs);
  }

  @Override
  public String name() {
    return "select";
  }

  @Override
  public List<String> parts() {
    return Details.outputs(outputs);
  }

  @Override
  public List<Placed> expressions() {
    return Place.outputs(outputs).toList();
  }

  @Override
  public Traits traits() {
    return Traits.mapping().atLittleCost();
  }
}
