// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice;

import dev.sluice.expr.Assignment;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Handles;
import dev.sluice.expr.Joined4;
import dev.sluice.expr.Projection;
import dev.sluice.expr.StageKey;
import dev.sluice.plan.JoinKind;
import java.util.stream.Stream;

// @formatter:off
/**
 * A join of 4 stages whose match is said: more keys or conditions, further joins, or what is
 * made of the rows. Each lambda is given a handle of each stage, in the order in which they
 * were joined.
 */
@SuppressWarnings("overloads") // references, expressions and lambdas of each arity are told apart
public final class Joining4<A extends Record, B extends Record, C extends Record,
    D extends Record> {

  private final JoinLegs legs;

  Joining4(JoinLegs legs) {
    this.legs = legs;
  }

  /** One more key, of the first stage. */
  public <K> EqualTo<Joined4<A, B, C, D>, D, K, Joining4<A, B, C, D>> and(
      StageKey.Ref1<A, K> accessor) {
    return legs.and(legs.key(0, accessor), Joining4::new);
  }

  /** One more key, computed of the first stage. */
  public <K> EqualTo<Joined4<A, B, C, D>, D, K, Joining4<A, B, C, D>> and(
      StageKey.In1<A, K> key) {
    return legs.and(legs.key(0, key), Joining4::new);
  }

  /** One more key, of the second stage. */
  public <K> EqualTo<Joined4<A, B, C, D>, D, K, Joining4<A, B, C, D>> and(
      StageKey.Ref2<B, K> accessor) {
    return legs.and(legs.key(1, accessor), Joining4::new);
  }

  /** One more key, computed of the second stage. */
  public <K> EqualTo<Joined4<A, B, C, D>, D, K, Joining4<A, B, C, D>> and(
      StageKey.In2<B, K> key) {
    return legs.and(legs.key(1, key), Joining4::new);
  }

  /** One more key, of the third stage. */
  public <K> EqualTo<Joined4<A, B, C, D>, D, K, Joining4<A, B, C, D>> and(
      StageKey.Ref3<C, K> accessor) {
    return legs.and(legs.key(2, accessor), Joining4::new);
  }

  /** One more key, computed of the third stage. */
  public <K> EqualTo<Joined4<A, B, C, D>, D, K, Joining4<A, B, C, D>> and(
      StageKey.In3<C, K> key) {
    return legs.and(legs.key(2, key), Joining4::new);
  }

  /** One more key, by the handles of the stages before. */
  public <K> EqualTo<Joined4<A, B, C, D>, D, K, Joining4<A, B, C, D>> and(
      Handles.Of3<Joined4<A, B, C, D>, A, B, C, Expr<Joined4<A, B, C, D>, K>> key) {
    return legs.and(key.of(legs.side(0), legs.side(1), legs.side(2)).node(), Joining4::new);
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
  public final Joining4<A, B, C, D> where(
      Handles.Of4<Joined4<A, B, C, D>, A, B, C, D, BoolExpr<Joined4<A, B, C, D>>> condition) {
    return new Joining4<>(legs.and(condition.of(legs.side(0), legs.side(1), legs.side(2),
        legs.side(3)).node()));
  }

  /**
   * Only the joined rows for which the condition is true. Unlike {@code where} it does not say
   * what matches: behind an outer join it also leaves out rows that have no match.
   */
  public final Joining4<A, B, C, D> filter(
      Handles.Of4<Joined4<A, B, C, D>, A, B, C, D, BoolExpr<Joined4<A, B, C, D>>> condition) {
    return new Joining4<>(legs.filter(condition.of(legs.side(0), legs.side(1), legs.side(2),
        legs.side(3)).node()));
  }

  /** A row of a record for each combination of rows. */
  public final <T extends Record> Stage<T> select(
      Handles.Of4<Joined4<A, B, C, D>, A, B, C, D, Projection<Joined4<A, B, C, D>, T>> row) {
    return legs.select(row.of(legs.side(0), legs.side(1), legs.side(2), legs.side(3)));
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
      Handles.Of4<Joined4<A, B, C, D>, A, B, C, D, Assignment<Joined4<A, B, C, D>,
          T>>... assignments) {
    return legs.enrich(
        record, Stream.of(assignments).map(set -> set.of(legs.side(0), legs.side(1), legs.side(2),
            legs.side(3))).toList());
  }

  /** Joins a further stage: rows that match. */
  public final <N extends Record> Joining5.On<A, B, C, D, N, Joining5<A, B, C, D, N>>
      join(Stage<N> other) {
    return new Joining5.On<>(legs.next(other, JoinKind.INNER, Joining5::new));
  }

  /** Joins a further stage, and keeps what has no match in it. */
  public final <N extends Record> Joining5.On<A, B, C, D, N, Joining5<A, B, C, D, N>>
      leftJoin(Stage<N> other) {
    return new Joining5.On<>(legs.next(other, JoinKind.LEFT, Joining5::new));
  }

  /** Joins a further stage, and keeps its rows that have no match. */
  public final <N extends Record> Joining5.On<A, B, C, D, N, Joining5<A, B, C, D, N>>
      rightJoin(Stage<N> other) {
    return new Joining5.On<>(legs.next(other, JoinKind.RIGHT, Joining5::new));
  }

  /** Joins a further stage, and keeps what has no match on either side. */
  public final <N extends Record> Joining5.On<A, B, C, D, N, Joining5<A, B, C, D, N>>
      fullJoin(Stage<N> other) {
    return new Joining5.On<>(legs.next(other, JoinKind.FULL, Joining5::new));
  }

  /** Each combination with each row of a further stage. */
  public final <N extends Record> Joining5<A, B, C, D, N> crossJoin(Stage<N> other) {
    return new Joining5<>(legs.cross(other));
  }

  /** Only the combinations that have a match in a further stage, whose columns do not come out. */
  public final <N extends Record> Joining5.On<A, B, C, D, N, Joining4<A, B, C, D>>
      semiJoin(Stage<N> other) {
    return new Joining5.On<>(legs.next(other, JoinKind.SEMI, Joining4::new));
  }

  /** Only the combinations that have no match in a further stage, whose columns do not come out. */
  public final <N extends Record> Joining5.On<A, B, C, D, N, Joining4<A, B, C, D>>
      antiJoin(Stage<N> other) {
    return new Joining5.On<>(legs.next(other, JoinKind.ANTI, Joining4::new));
  }

  /**
   * The step of a join that says when rows of the fourth stage match. A key is one of a stage
   * before: a reference or an expression, found by its record, or a lambda over the handles.
   *
   * @param <J> the step that follows
   */
  @SuppressWarnings("overloads") // references, expressions and lambdas of each arity are told apart
  public static final class On<A extends Record, B extends Record, C extends Record,
      D extends Record, J> {

    private final JoinStep<J> step;

    On(JoinStep<J> step) {
      this.step = step;
    }

    /** The key, of the first stage. */
    public <K> EqualTo<Joined4<A, B, C, D>, D, K, J> on(
        StageKey.Ref1<A, K> accessor) {
      return step.on(step.left().key(0, accessor));
    }

    /** The key, computed of the first stage. */
    public <K> EqualTo<Joined4<A, B, C, D>, D, K, J> on(
        StageKey.In1<A, K> key) {
      return step.on(step.left().key(0, key));
    }

    /** The key, of the second stage. */
    public <K> EqualTo<Joined4<A, B, C, D>, D, K, J> on(
        StageKey.Ref2<B, K> accessor) {
      return step.on(step.left().key(1, accessor));
    }

    /** The key, computed of the second stage. */
    public <K> EqualTo<Joined4<A, B, C, D>, D, K, J> on(
        StageKey.In2<B, K> key) {
      return step.on(step.left().key(1, key));
    }

    /** The key, of the third stage. */
    public <K> EqualTo<Joined4<A, B, C, D>, D, K, J> on(
        StageKey.Ref3<C, K> accessor) {
      return step.on(step.left().key(2, accessor));
    }

    /** The key, computed of the third stage. */
    public <K> EqualTo<Joined4<A, B, C, D>, D, K, J> on(
        StageKey.In3<C, K> key) {
      return step.on(step.left().key(2, key));
    }

    /** The key, by the handles of the stages before. */
    public <K> EqualTo<Joined4<A, B, C, D>, D, K, J> on(
        Handles.Of3<Joined4<A, B, C, D>, A, B, C, Expr<Joined4<A, B, C, D>, K>> key) {
      return step.on(key.of(step.left().side(0), step.left().side(1), step.left().side(2)).node());
    }

    /** A column of a record that no stage before has: the compiler refuses what follows. */
    public <X> StageKey.NotJoined<X> on(Fields.Named<X> accessor) {
      return StageKey.NotJoined.of();
    }

    /** An expression of a record that no stage before has: the compiler refuses what follows. */
    public <X> StageKey.NotJoined<X> on(StageKey.Any<X> key) {
      return StageKey.NotJoined.of();
    }

    /** When rows match, over the handles of all stages. */
    public J where(
        Handles.Of4<Joined4<A, B, C, D>, A, B, C, D, BoolExpr<Joined4<A, B, C, D>>> condition) {
      return step.where(condition.of(step.left().side(0), step.left().side(1), step.left().side(2),
          step.right()).node());
    }
  }
}
// @formatter:on
