package dev.sluice.ml.train;

/** A number that must be at least 1. */
final class Positive {

  private Positive() {}

  static int of(int number, String what) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " is at least 1, not " + number);
    }
    return number;
  }
}
