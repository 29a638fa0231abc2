package dev.sluice.plan.verb;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.Change;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Variable;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Operators;
import dev.sluice.plan.Output;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row for each part of a list or a map in a row.
 *
 * @param list the list or map
 * @param variables what each row is given of it: position and element, or key and value
 * @param keepsEmpty whether a row without parts comes out once
 * @param outputs the components that come out
 */
public record Explode(
    ExprNode list, List<Variable> variables, boolean keepsEmpty, List<Output> outputs)
    implements Verb {
  public Explode {
    variables = List.copyOf(variables);
    outputs = List.copyOf(outputs);
  }

  @Override
  public String name() {
    return "explode";
  }

  @Override
  public String detail() {
    return " " + ExprText.of(list) + (keepsEmpty ? ", keeping rows without elements" : "");
  }

  @Override
  public List<String> parts() {
    return Details.outputs(outputs);
  }

  @Override
  public List<Placed> expressions() {
    return Stream.concat(Stream.of(Place.PARTS.of(list)), Place.outputs(outputs)).toList();
  }

  /** Without elements no row comes out, so that of NULL none does. */
  @Override
  public List<Change> changes() {
    return keepsEmpty
        ? List.of()
        : List.of(
            new Change.Holds(
                new ExprNode.Call(
                    Operators.IS_NOT_NULL, List.of(list), CallSite.unknown())));
  }

  /** Not at little cost, for one row may make many. */
  @Override
  public Traits traits() {
    return Traits.mapping();
  }
}
