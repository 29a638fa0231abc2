// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice;

import dev.sluice.expr.Assignment;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Handles;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.Projection;
import dev.sluice.expr.StageKey;
import dev.sluice.plan.JoinKind;
import java.util.function.Function;
import java.util.stream.Stream;

// @formatter:off
/**
 * What every join of two stages has once its match is said.
 *
 * @param <A> the left record
 * @param <B> the right record
 * @param <J> the join itself
 */
@SuppressWarnings("overloads") // references, expressions and lambdas of each arity are told apart
abstract class PairJoin<A extends Record, B extends Record, J> {

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
  public final <K> EqualTo<Joined2<A, B>, B, K, J> and(Fields.Typed<A, K> accessor) {
    return legs.and(legs.key(0, accessor), same);
  }

  /** One more left key, computed. */
  public final <K> EqualTo<Joined2<A, B>, B, K, J> and(Expr<A, K> key) {
    return legs.and(legs.key(0, key), same);
  }

  /** One more left key, by the handle of the left stage. */
  public final <K> EqualTo<Joined2<A, B>, B, K, J> and(Handles.Key<Joined2<A, B>, A, K> key) {
    return legs.and(key.of(legs.side(0)).node(), same);
  }

  /** A column of a record that no stage before has: the compiler refuses what follows. */
  public <X> StageKey.NotJoined<X> and(Fields.Named<X> accessor) {
    return StageKey.NotJoined.of();
  }

  /** An expression of a record that no stage before has: the compiler refuses what follows. */
  public <X> StageKey.NotJoined<X> and(StageKey.Any<X> key) {
    return StageKey.NotJoined.of();
  }

  /** One more condition for a match of the stage joined last. */
  public final J where(
      Handles.Of2<Joined2<A, B>, A, B, BoolExpr<Joined2<A, B>>> condition) {
    return same.apply(legs.and(condition.of(legs.side(0), legs.side(1)).node()));
  }

  /**
   * Only the joined rows for which the condition is true. Unlike {@code where} it does not say
   * what matches: behind an outer join it also leaves out rows that have no match.
   */
  public final J filter(
      Handles.Of2<Joined2<A, B>, A, B, BoolExpr<Joined2<A, B>>> condition) {
    return same.apply(legs.filter(condition.of(legs.side(0), legs.side(1)).node()));
  }

  /** A row of a record for each combination of rows. */
  public final <T extends Record> Stage<T> select(
      Handles.Of2<Joined2<A, B>, A, B, Projection<Joined2<A, B>, T>> row) {
    return legs.select(row.of(legs.side(0), legs.side(1)));
  }

  /**
   * A row of a record for each combination of rows, by name: a component carries over from the
   * one stage that has it under its name and with its type; what several stages have, or none,
   * must be set.
   *
   * @param record the target, of any width
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final <T extends Record> Stage<T> enrich(
      Class<T> record,
      Handles.Of2<Joined2<A, B>, A, B, Assignment<Joined2<A, B>, T>>... assignments) {
    return legs.enrich(
        record, Stream.of(assignments).map(set -> set.of(legs.side(0), legs.side(1))).toList());
  }

  /** Joins a further stage: rows that match. */
  public final <N extends Record> Joining3.On<A, B, N, Joining3<A, B, N>>
      join(Stage<N> other) {
    return new Joining3.On<>(legs.next(other, JoinKind.INNER, Joining3::new));
  }

  /** Joins a further stage, and keeps what has no match in it. */
  public final <N extends Record> Joining3.On<A, B, N, Joining3<A, B, N>>
      leftJoin(Stage<N> other) {
    return new Joining3.On<>(legs.next(other, JoinKind.LEFT, Joining3::new));
  }

  /** Joins a further stage, and keeps its rows that have no match. */
  public final <N extends Record> Joining3.On<A, B, N, Joining3<A, B, N>>
      rightJoin(Stage<N> other) {
    return new Joining3.On<>(legs.next(other, JoinKind.RIGHT, Joining3::new));
  }

  /** Joins a further stage, and keeps what has no match on either side. */
  public final <N extends Record> Joining3.On<A, B, N, Joining3<A, B, N>>
      fullJoin(Stage<N> other) {
    return new Joining3.On<>(legs.next(other, JoinKind.FULL, Joining3::new));
  }

  /** Each combination with each row of a further stage. */
  public final <N extends Record> Joining3<A, B, N> crossJoin(Stage<N> other) {
    return new Joining3<>(legs.cross(other));
  }

  /** Only the combinations that have a match in a further stage, whose columns do not come out. */
  public final <N extends Record> Joining3.On<A, B, N, Joining2<A, B>>
      semiJoin(Stage<N> other) {
    return new Joining3.On<>(legs.next(other, JoinKind.SEMI, Joining2::new));
  }

  /** Only the combinations that have no match in a further stage, whose columns do not come out. */
  public final <N extends Record> Joining3.On<A, B, N, Joining2<A, B>>
      antiJoin(Stage<N> other) {
    return new Joining3.On<>(legs.next(other, JoinKind.ANTI, Joining2::new));
  }
}
// @formatter:on
