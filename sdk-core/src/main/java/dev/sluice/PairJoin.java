package dev.sluice;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Joined;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.PlanNode.Origin;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What every join of pairs has once its match is said.
 *
 * @param <L> the left record, or {@code Joined<…>}
 * @param <R> the right record
 * @param <J> the join itself
 */
abstract class PairJoin<L, R extends Record, J> {

  private final JoinLegs legs;
  private final Function<JoinLegs, J> same;

  PairJoin(JoinLegs legs, Function<JoinLegs, J> same) {
    this.legs = legs;
    this.same = same;
  }

  final JoinLegs legs() {
    return legs;
  }

  /** One more left key. */
  public final <K> EqualTo<R, K, J> and(Fields.Typed<L, K> accessor) {
    return new EqualTo<>(
        FieldReader.field(accessor), legs.last(), c -> same.apply(legs.and(c)));
  }

  /**
   * One more left key, from a side that is itself joined: {@code andOn(op ->
   * right(op).col(Product::id))}.
   */
  public final <K> EqualTo<R, K, J> andOn(
      Function<Side<Joined<L, R>, L>, Expr<Joined<L, R>, K>> key) {
    return new EqualTo<>(
        key.apply(legs.left()).node(), legs.last(), c -> same.apply(legs.and(c)));
  }

  /** One more condition for a match. */
  public final J where(
      BiFunction<Side<Joined<L, R>, L>, Side<Joined<L, R>, R>, BoolExpr<Joined<L, R>>> condition) {
    return same.apply(legs.and(condition.apply(legs.left(), legs.right()).node()));
  }

  /** A row of a record for each pair of rows. */
  public final <T extends Record> Stage<T> select(
      BiFunction<Side<Joined<L, R>, L>, Side<Joined<L, R>, R>, Projection<Joined<L, R>, T>> row) {
    Projection<Joined<L, R>, T> target = row.apply(legs.left(), legs.right());
    Origin origin =
        new Origin(
            "join " + target.record().getSimpleName(), target.record(), legs.legs().get(1).site());
    return new Stage<>(legs.pipeline(), legs.node(origin, Outputs.of(target)));
  }

  /** Joins a further stage: pairs that match. */
  public final <N extends Record> Joining.ChainedOn<Joined<L, R>, N> join(Stage<N> other) {
    return new Joining.ChainedOn<>(legs, other, JoinKind.INNER);
  }

  /** Joins a further stage, and keeps what has no match in it. */
  public final <N extends Record> Joining.ChainedOn<Joined<L, R>, N> leftJoin(Stage<N> other) {
    return new Joining.ChainedOn<>(legs, other, JoinKind.LEFT);
  }

  /** Joins a further stage, and keeps its rows that have no match. */
  public final <N extends Record> Joining.ChainedOn<Joined<L, R>, N> rightJoin(Stage<N> other) {
    return new Joining.ChainedOn<>(legs, other, JoinKind.RIGHT);
  }

  /** Joins a further stage, and keeps what has no match on either side. */
  public final <N extends Record> Joining.ChainedOn<Joined<L, R>, N> fullJoin(Stage<N> other) {
    return new Joining.ChainedOn<>(legs, other, JoinKind.FULL);
  }

  /** Each pair with each row of a further stage. */
  public final <N extends Record> Joining<Joined<L, R>, N> crossJoin(Stage<N> other) {
    return legs.cross(other).joining();
  }
}
