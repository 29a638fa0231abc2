package dev.sluice.testkit.model;

import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.Task;
import dev.sluice.plan.ExprNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A model whose score is made of a sum, see {@link TestModels}. Immutable: each method gives another one.
 *
 * @param <T> the record of the rows that go in
 * @param <O> what it can give
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public final class WeightedTestModel<T extends Record, O> extends TestModel<T, O> {

  WeightedTestModel(
      Class<T> record, Task task, Function<double[], Head> head, O handle, List<Term> terms) {
    super(record, task, head, List.of(), handle, terms);
  }

  /** Adds so many times a number. */
  public WeightedTestModel<T, O> number(Fields.PrimitiveDouble<T> component, double weight) {
    return with(new Term.OfNumber(name(component), weight, false));
  }

  /** Adds so many times a number. */
  public WeightedTestModel<T, O> number(Fields.PrimitiveLong<T> component, double weight) {
    return with(new Term.OfNumber(name(component), weight, false));
  }

  /** Adds so many times a number. */
  public WeightedTestModel<T, O> number(Fields.PrimitiveInt<T> component, double weight) {
    return with(new Term.OfNumber(name(component), weight, false));
  }

  /** Adds so many times a number; NULL adds nothing. */
  public WeightedTestModel<T, O> number(Fields.BoxedDouble<T> component, double weight) {
    return with(new Term.OfNumber(name(component), weight, true));
  }

  /** Adds so many times a number; NULL adds nothing. */
  public WeightedTestModel<T, O> number(Fields.BoxedLong<T> component, double weight) {
    return with(new Term.OfNumber(name(component), weight, true));
  }

  /** Adds so many times a number; NULL adds nothing. */
  public WeightedTestModel<T, O> number(Fields.BoxedInt<T> component, double weight) {
    return with(new Term.OfNumber(name(component), weight, true));
  }

  /**
   * The same where rows are rejected whose last {@link #number} is outside of this range, the ends included.
   *
   * @throws IllegalStateException if no number stands before
   */
  public WeightedTestModel<T, O> within(double low, double high) {
    if (terms.isEmpty() || !(terms.get(terms.size() - 1) instanceof Term.OfNumber last)) {
      throw new IllegalStateException("within(…) stands behind number(…): it is that one's range");
    }
    List<Term> changed = new ArrayList<>(terms.subList(0, terms.size() - 1));
    changed.add(new Term.OfNumber(last.column(), last.weight(), low, high, last.nullable()));
    return with(changed);
  }

  /** Adds a number where a text is this one. */
  public WeightedTestModel<T, O> level(Fields.Text<T> component, String level, double weight) {
    return with(new Term.OfLevel(name(component), level, weight));
  }

  /** Adds a number where a constant is this one. */
  public <E extends Enum<E>> WeightedTestModel<T, O> level(
      Fields.Enumeration<T, E> component, E level, double weight) {
    return with(new Term.OfLevel(name(component), level.name(), weight));
  }

  /** Adds a number where it is true. */
  public WeightedTestModel<T, O> ifTrue(Fields.PrimitiveBoolean<T> component, double weight) {
    return with(new Term.OfLevel(name(component), "true", weight));
  }

  private WeightedTestModel<T, O> with(Term term) {
    return with(Stream.concat(terms.stream(), Stream.of(term)).toList());
  }

  private WeightedTestModel<T, O> with(List<Term> changed) {
    return new WeightedTestModel<>(record, task, head, handle, changed);
  }

  private String name(Serializable component) {
    ExprNode node = FieldReader.field(component);
    if (node instanceof ExprNode.Invalid invalid) {
      throw new IllegalArgumentException(invalid.site().frame() + ": " + invalid.problem());
    }
    return ((ExprNode.Field) node).accessor();
  }
}
