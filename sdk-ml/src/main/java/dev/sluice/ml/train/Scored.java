package dev.sluice.ml.train;

/**
 * The scope of what a model gives for a row of {@code T}: components of the row and scores. It has no instances.
 *
 * @param <T> the record of the rows that go in
 */
public final class Scored<T> {
  private Scored() {}
}
