package dev.sluice.ml.model;

/** Takes the slots of one row and gives its scores. */
public interface Tally extends Slots {

  /** The scores of what was put. */
  Scores scores();
}
