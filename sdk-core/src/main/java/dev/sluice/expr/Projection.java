package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import java.io.Serializable;
import java.util.List;

/**
 * The rows of record {@code R} computed from rows of scope {@code S}: one expression for each
 * component. Made by {@code row(R::new).of(…)}.
 *
 * @param <S> the scope of the expressions
 * @param <R> the record
 */
public final class Projection<S, R> {

  private final Class<?> record;
  private final List<ExprNode> values;
  private final CallSite site;

  private Projection(Class<?> record, List<ExprNode> values, CallSite site) {
    this.record = record;
    this.values = values;
    this.site = site;
  }

  static <S, R> Projection<S, R> of(Serializable constructor, List<? extends Expr<S, ?>> values) {
    Class<?> record = FieldReader.record(constructor);
    CallSite site = CallSite.here();
    List<ExprNode> nodes =
        FieldReader.constructorProblem(constructor, record)
            .<List<ExprNode>>map(problem -> List.of(new ExprNode.Invalid(problem, site)))
            .orElseGet(() -> values.stream().<ExprNode>map(Expr::node).toList());
    return new Projection<>(record, nodes, site);
  }

  /** The record. */
  public Class<?> record() {
    return record;
  }

  /** One expression for each component, in order. */
  @Internal
  public List<ExprNode> values() {
    return values;
  }

  /** Where it was written. */
  public CallSite site() {
    return site;
  }
}
