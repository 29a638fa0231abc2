package dev.sluice.ml.model;

/** What a model tells of a row. */
public enum Task {
  /** How likely something is. */
  BINARY,
  /** Which of several labels. */
  MULTICLASS,
  /** A number. */
  REGRESSION,
  /** Which of several groups that nobody named. */
  SEGMENTS,
  /** How unusual it is. */
  ANOMALIES
}
