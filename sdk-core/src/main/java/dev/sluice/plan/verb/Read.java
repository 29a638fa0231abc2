package dev.sluice.plan.verb;

import dev.sluice.connect.Source;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;

/**
 * Rows from outside.
 *
 * @param source where they come from
 */
public record Read(Source<?> source) implements Verb {

  @Override
  public String name() {
    return "source";
  }

  @Override
  public String detail() {
    return " from " + source.description();
  }

  @Override
  public Traits traits() {
    return rejects() ? Traits.reading() : Traits.reading().atLittleCost();
  }

  /** A source of texts, some of which may not be rows. */
  @Override
  public boolean rejects() {
    return source.mayReject();
  }
}
