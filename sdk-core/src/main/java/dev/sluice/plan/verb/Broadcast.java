package dev.sluice.plan.verb;

import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;

/** The same rows, copied to every executor where they are joined. */
public record Broadcast() implements Verb {

  @Override
  public String name() {
    return "broadcast";
  }

  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost();
  }
}
