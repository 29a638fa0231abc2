package dev.sluice.ml.train;

import dev.sluice.Stage;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Projection;
import java.util.function.Function;

/**
 * Training from rows that have a label: how it is done.
 *
 * @param <C> the record of the rows that train
 * @param <T> the record of the rows that are scored
 * @param <S> the kind of training itself
 */
public abstract class Labelled<C extends Record, T extends Record, S extends Labelled<C, T, S>> {

  private final Stage<C> rows;
  private final TrainingSpec spec;

  Labelled(Stage<C> rows, TrainingSpec spec) {
    this.rows = rows;
    this.spec = spec;
  }

  abstract S changed(TrainingSpec changed);

  final Stage<C> rows() {
    return rows;
  }

  final TrainingSpec spec() {
    return spec;
  }

  /** Which rows train and which test; 80 % at random unless told otherwise. */
  public final S split(Split<C> how) {
    return changed(spec.with(how));
  }

  /** How much a row counts, a number that is not negative; NULL counts as 0. */
  public final S weight(Fields.PrimitiveDouble<C> column) {
    return changed(spec.weighted(FieldReader.field(column)));
  }

  /** What everything that is drawn begins with; 42 unless told otherwise. */
  public final S seed(long seed) {
    return changed(spec.seeded(seed));
  }

  /** In how many parts the rows that train are cut to try several learners; 3 unless told otherwise. */
  public final S folds(int parts) {
    if (parts < 2) {
      throw new IllegalArgumentException("rows are cut into at least 2 parts, not " + parts);
    }
    return changed(spec.inFolds(parts));
  }

  final <O, R extends Record> Training<C, T, R> output(
      O handle, Function<O, Projection<Scored<T>, R>> output, Class<T> input) {
    Projection<Scored<T>, R> row = output.apply(handle);
    return new Training<>(rows, spec.giving(OutputCells.of(row)), input, record(row));
  }

  @SuppressWarnings("unchecked") // a projection is made with the constructor of its record
  static <R> Class<R> record(Projection<?, R> row) {
    return (Class<R>) row.record();
  }
}
