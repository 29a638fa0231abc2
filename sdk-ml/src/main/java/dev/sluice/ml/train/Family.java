package dev.sluice.ml.train;

import dev.sluice.ml.model.LinearHead.Link;

/** How a number varies around what is expected of it: the kind of number that {@link Learners#generalized} learns. */
public final class Family {

  private final String name;
  private final double power;
  private final Link link;
  private final boolean zero;

  private Family(String name, double power, Link link, boolean zero) {
    this.name = name;
    this.power = power;
    this.link = link;
    this.zero = zero;
  }

  /** Alike everywhere; the sum of the features is the number. */
  public static Family gaussian() {
    return new Family("gaussian", 0, Link.IDENTITY, true);
  }

  /** Counts, 0 or more: the sum of the features is the logarithm of what is expected. */
  public static Family poisson() {
    return new Family("poisson", 1, Link.EXPONENTIAL, true);
  }

  /** Amounts and durations, more than 0, which vary as much as they are large: by the logarithm of what is expected. */
  public static Family gamma() {
    return new Family("gamma", 2, Link.EXPONENTIAL, false);
  }

  /**
   * Amounts of which many are 0, such as revenue by impression: by the logarithm of what is expected.
   *
   * @param power of what is expected that the variance goes with, between 1, as counts, and 2, as amounts; such as 1.5
   */
  public static Family tweedie(double power) {
    if (!(power > 1 && power < 2)) {
      throw new IllegalArgumentException(
          "the power of a tweedie family lies between 1 and 2, not " + power);
    }
    return new Family("tweedie", power, Link.EXPONENTIAL, true);
  }

  /** Its name, as Spark has it. */
  String name() {
    return name;
  }

  /** The power of the variance. */
  double power() {
    return power;
  }

  /** What the sum of the features becomes. */
  Link link() {
    return link;
  }

  /** Whether it can have a number. */
  boolean has(double number) {
    return link == Link.IDENTITY || (zero ? number >= 0 : number > 0);
  }

  /** Which numbers it has, for people. */
  String range() {
    return link == Link.IDENTITY ? "any" : zero ? "0 or more" : "more than 0";
  }

  @Override
  public String toString() {
    return "tweedie".equals(name) ? "tweedie family of power " + power : name + " family";
  }
}
