package dev.sluice.ml.recommend;

/** What a prediction rests on. */
public enum Basis {
  /** The user's taste and what the item is like: both are known. */
  TASTE,
  /** How the item is rated by all, or how many have it: the user is not known. */
  ITEM,
  /** How the user rates all, or how much the user has: the item is not known. */
  USER,
  /** The mean alone: neither is known. */
  MEAN
}
