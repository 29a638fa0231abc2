package dev.sluice.plan.verb;

import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;

/** The rows of several stages of one record. */
public record Union() implements Verb {

  @Override
  public String name() {
    return "union";
  }

  @Override
  public Traits traits() {
    return Traits.passing().atLittleCost();
  }
}
