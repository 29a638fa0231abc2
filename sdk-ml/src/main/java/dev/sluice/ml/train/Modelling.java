package dev.sluice.ml.train;

import dev.sluice.Stage;
import dev.sluice.annotation.Internal;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.Task;
import dev.sluice.plan.ExprNode;
import java.io.Serializable;
import java.util.Optional;

/**
 * A model that has a name and features.
 *
 * @param <T> the record of the rows that are scored
 */
public final class Modelling<T extends Record> {

  private final String name;
  private final Features<T> features;

  /** See {@code Ml.model}. */
  @Internal
  public Modelling(String name, Features<T> features) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a model needs a name");
    }
    this.name = name;
    this.features = features;
  }

  /**
   * Rows to learn from: what is known when the model is asked is a component of them, and the rest became known
   * afterwards, so that it cannot be a feature.
   */
  public <C extends Record> Rows<C, T> from(Stage<C> rows, Fields.Nested<C, T> known) {
    return new Rows<>(name, features, rows, FieldReader.field(known));
  }

  /** Rows to learn from of which nobody has said what they are: to find segments in them, or what is unusual. */
  public Unlabelled<T> from(Stage<T> rows) {
    return new Unlabelled<>(name, features, rows);
  }

  /**
   * Rows to learn from.
   *
   * @param <C> their record
   * @param <T> the record of the rows that are scored
   */
  @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
  public static final class Rows<C extends Record, T extends Record> {

    private final String name;
    private final Features<T> features;
    private final Stage<C> rows;
    private final ExprNode known;

    private Rows(String name, Features<T> features, Stage<C> rows, ExprNode known) {
      this.name = name;
      this.features = features;
      this.rows = rows;
      this.known = known;
    }

    /** Learns whether this is true. */
    public BinaryTraining<C, T> label(Fields.PrimitiveBoolean<C> column) {
      return new BinaryTraining<>(rows, features, spec(Task.BINARY, column));
    }

    /** Learns whether this is true; rows where it is NULL are left out, and counted. */
    public BinaryTraining<C, T> label(Fields.BoxedBoolean<C> column) {
      return new BinaryTraining<>(rows, features, spec(Task.BINARY, column));
    }

    /** Learns which of several texts this is; rows where it is NULL are left out, and counted. */
    public MulticlassTraining<C, T> label(Fields.Text<C> column) {
      return new MulticlassTraining<>(rows, features, spec(Task.MULTICLASS, column));
    }

    /** Learns which constant this is; rows where it is NULL are left out, and counted. */
    public <E extends Enum<E>> MulticlassTraining<C, T> label(Fields.Enumeration<C, E> column) {
      return new MulticlassTraining<>(rows, features, spec(Task.MULTICLASS, column));
    }

    /** Learns this number. */
    public RegressionTraining<C, T> label(Fields.PrimitiveDouble<C> column) {
      return new RegressionTraining<>(rows, features, spec(Task.REGRESSION, column));
    }

    /** Learns this number; rows where it is NULL are left out, and counted. */
    public RegressionTraining<C, T> label(Fields.BoxedDouble<C> column) {
      return new RegressionTraining<>(rows, features, spec(Task.REGRESSION, column));
    }

    /** Learns this number. */
    public RegressionTraining<C, T> label(Fields.PrimitiveLong<C> column) {
      return new RegressionTraining<>(rows, features, spec(Task.REGRESSION, column));
    }

    /** Learns this number. */
    public RegressionTraining<C, T> label(Fields.PrimitiveInt<C> column) {
      return new RegressionTraining<>(rows, features, spec(Task.REGRESSION, column));
    }

    private TrainingSpec spec(Task task, Serializable label) {
      return TrainingSpec.of(
          name, features, task, Optional.of(known), FieldReader.field(label));
    }
  }
}
