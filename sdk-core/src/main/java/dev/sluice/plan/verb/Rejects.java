package dev.sluice.plan.verb;

import dev.sluice.plan.RowFlow;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;

/** The rows that the input rejected, a row of what is known of each. */
public record Rejects() implements Verb {

  @Override
  public String name() {
    return "rejected";
  }

  @Override
  public Traits traits() {
    return new Traits(RowFlow.UNKNOWN, false, true, true);
  }
}
