package dev.sluice.ml.recommend;

/** What ratings are. */
enum Feedback {
  /** Numbers by which users say how they like something. */
  EXPLICIT,
  /** What users do: the more often, the surer it is that they want it. */
  IMPLICIT
}
