package dev.sluice.ml.model;

/** Takes the numbers that a model computes with; a slot that is not put is 0. */
@FunctionalInterface
public interface Slots {

  /** The number of a slot, once for each slot at most. */
  void put(int slot, double value);
}
