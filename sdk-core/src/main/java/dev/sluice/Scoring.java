package dev.sluice;

/**
 * What scores the rows of a stage, such as a model of sdk-ml.
 *
 * @param <T> the record of the rows that go in
 * @param <R> the record of those that come out
 */
@FunctionalInterface
public interface Scoring<T extends Record, R extends Record> {

  /**
   * A row of scores for each row that can be scored; the others are rejected.
   *
   * @param name the stage's name
   */
  Stage<R> score(String name, Stage<T> rows);
}
