// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice;

import dev.sluice.expr.Assignment;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Handles;
import dev.sluice.expr.Joined5;
import dev.sluice.expr.Projection;
import dev.sluice.expr.StageKey;
import dev.sluice.plan.JoinKind;
import java.util.stream.Stream;

// @formatter:off
/**
 * A join of 5 stages whose match is said: more keys or conditions, further joins, or what is
 * made of the rows. Each lambda is given a handle of each stage, in the order in which they
 * were joined.
 */
@SuppressWarnings("overloads") // references, expressions and lambdas of each arity are told apart
public final class Joining5<A extends Record, B extends Record, C extends Record, D extends Record,
    E extends Record> {

  private final JoinLegs legs;

  Joining5(JoinLegs legs) {
    this.legs = legs;
  }

  /** One more key, of the first stage. */
  public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, Joining5<A, B, C, D, E>> and(
      StageKey.Ref1<A, K> accessor) {
    return legs.and(legs.key(0, accessor), Joining5::new);
  }

  /** One more key, computed of the first stage. */
  public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, Joining5<A, B, C, D, E>> and(
      StageKey.In1<A, K> key) {
    return legs.and(legs.key(0, key), Joining5::new);
  }

  /** One more key, of the second stage. */
  public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, Joining5<A, B, C, D, E>> and(
      StageKey.Ref2<B, K> accessor) {
    return legs.and(legs.key(1, accessor), Joining5::new);
  }

  /** One more key, computed of the second stage. */
  public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, Joining5<A, B, C, D, E>> and(
      StageKey.In2<B, K> key) {
    return legs.and(legs.key(1, key), Joining5::new);
  }

  /** One more key, of the third stage. */
  public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, Joining5<A, B, C, D, E>> and(
      StageKey.Ref3<C, K> accessor) {
    return legs.and(legs.key(2, accessor), Joining5::new);
  }

  /** One more key, computed of the third stage. */
  public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, Joining5<A, B, C, D, E>> and(
      StageKey.In3<C, K> key) {
    return legs.and(legs.key(2, key), Joining5::new);
  }

  /** One more key, of the fourth stage. */
  public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, Joining5<A, B, C, D, E>> and(
      StageKey.Ref4<D, K> accessor) {
    return legs.and(legs.key(3, accessor), Joining5::new);
  }

  /** One more key, computed of the fourth stage. */
  public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, Joining5<A, B, C, D, E>> and(
      StageKey.In4<D, K> key) {
    return legs.and(legs.key(3, key), Joining5::new);
  }

  /** One more key, by the handles of the stages before. */
  public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, Joining5<A, B, C, D, E>> and(
      Handles.Of4<Joined5<A, B, C, D, E>, A, B, C, D, Expr<Joined5<A, B, C, D, E>, K>> key) {
    return legs.and(key.of(legs.side(0), legs.side(1), legs.side(2), legs.side(3)).node(),
        Joining5::new);
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
  public final Joining5<A, B, C, D, E> where(
      Handles.Of5<Joined5<A, B, C, D, E>, A, B, C, D, E, BoolExpr<Joined5<A, B, C, D,
          E>>> condition) {
    return new Joining5<>(legs.and(condition.of(legs.side(0), legs.side(1), legs.side(2),
        legs.side(3), legs.side(4)).node()));
  }

  /**
   * Only the joined rows for which the condition is true. Unlike {@code where} it does not say
   * what matches: behind an outer join it also leaves out rows that have no match.
   */
  public final Joining5<A, B, C, D, E> filter(
      Handles.Of5<Joined5<A, B, C, D, E>, A, B, C, D, E, BoolExpr<Joined5<A, B, C, D,
          E>>> condition) {
    return new Joining5<>(legs.filter(condition.of(legs.side(0), legs.side(1), legs.side(2),
        legs.side(3), legs.side(4)).node()));
  }

  /** A row of a record for each combination of rows. */
  public final <T extends Record> Stage<T> select(
      Handles.Of5<Joined5<A, B, C, D, E>, A, B, C, D, E, Projection<Joined5<A, B, C, D, E>,
          T>> row) {
    return legs.select(row.of(legs.side(0), legs.side(1), legs.side(2), legs.side(3),
        legs.side(4)));
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
      Handles.Of5<Joined5<A, B, C, D, E>, A, B, C, D, E, Assignment<Joined5<A, B, C, D, E>,
          T>>... assignments) {
    return legs.enrich(
        record, Stream.of(assignments).map(set -> set.of(legs.side(0), legs.side(1), legs.side(2),
            legs.side(3), legs.side(4))).toList());
  }

  /** Joins a further stage: rows that match. */
  public final <N extends Record> Joining6.On<A, B, C, D, E, N, Joining6<A, B, C, D, E, N>>
      join(Stage<N> other) {
    return new Joining6.On<>(legs.next(other, JoinKind.INNER, Joining6::new));
  }

  /** Joins a further stage, and keeps what has no match in it. */
  public final <N extends Record> Joining6.On<A, B, C, D, E, N, Joining6<A, B, C, D, E, N>>
      leftJoin(Stage<N> other) {
    return new Joining6.On<>(legs.next(other, JoinKind.LEFT, Joining6::new));
  }

  /** Joins a further stage, and keeps its rows that have no match. */
  public final <N extends Record> Joining6.On<A, B, C, D, E, N, Joining6<A, B, C, D, E, N>>
      rightJoin(Stage<N> other) {
    return new Joining6.On<>(legs.next(other, JoinKind.RIGHT, Joining6::new));
  }

  /** Joins a further stage, and keeps what has no match on either side. */
  public final <N extends Record> Joining6.On<A, B, C, D, E, N, Joining6<A, B, C, D, E, N>>
      fullJoin(Stage<N> other) {
    return new Joining6.On<>(legs.next(other, JoinKind.FULL, Joining6::new));
  }

  /** Each combination with each row of a further stage. */
  public final <N extends Record> Joining6<A, B, C, D, E, N> crossJoin(Stage<N> other) {
    return new Joining6<>(legs.cross(other));
  }

  /** Only the combinations that have a match in a further stage, whose columns do not come out. */
  public final <N extends Record> Joining6.On<A, B, C, D, E, N, Joining5<A, B, C, D, E>>
      semiJoin(Stage<N> other) {
    return new Joining6.On<>(legs.next(other, JoinKind.SEMI, Joining5::new));
  }

  /** Only the combinations that have no match in a further stage, whose columns do not come out. */
  public final <N extends Record> Joining6.On<A, B, C, D, E, N, Joining5<A, B, C, D, E>>
      antiJoin(Stage<N> other) {
    return new Joining6.On<>(legs.next(other, JoinKind.ANTI, Joining5::new));
  }

  /**
   * The step of a join that says when rows of the fifth stage match. A key is one of a stage
   * before: a reference or an expression, found by its record, or a lambda over the handles.
   *
   * @param <J> the step that follows
   */
  @SuppressWarnings("overloads") // references, expressions and lambdas of each arity are told apart
  public static final class On<A extends Record, B extends Record, C extends Record,
      D extends Record, E extends Record, J> {

    private final JoinStep<J> step;

    On(JoinStep<J> step) {
      this.step = step;
    }

    /** The key, of the first stage. */
    public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, J> on(
        StageKey.Ref1<A, K> accessor) {
      return step.on(step.left().key(0, accessor));
    }

    /** The key, computed of the first stage. */
    public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, J> on(
        StageKey.In1<A, K> key) {
      return step.on(step.left().key(0, key));
    }

    /** The key, of the second stage. */
    public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, J> on(
        StageKey.Ref2<B, K> accessor) {
      return step.on(step.left().key(1, accessor));
    }

    /** The key, computed of the second stage. */
    public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, J> on(
        StageKey.In2<B, K> key) {
      return step.on(step.left().key(1, key));
    }

    /** The key, of the third stage. */
    public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, J> on(
        StageKey.Ref3<C, K> accessor) {
      return step.on(step.left().key(2, accessor));
    }

    /** The key, computed of the third stage. */
    public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, J> on(
        StageKey.In3<C, K> key) {
      return step.on(step.left().key(2, key));
    }

    /** The key, of the fourth stage. */
    public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, J> on(
        StageKey.Ref4<D, K> accessor) {
      return step.on(step.left().key(3, accessor));
    }

    /** The key, computed of the fourth stage. */
    public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, J> on(
        StageKey.In4<D, K> key) {
      return step.on(step.left().key(3, key));
    }

    /** The key, by the handles of the stages before. */
    public <K> EqualTo<Joined5<A, B, C, D, E>, E, K, J> on(
        Handles.Of4<Joined5<A, B, C, D, E>, A, B, C, D, Expr<Joined5<A, B, C, D, E>, K>> key) {
      return step.on(key.of(step.left().side(0), step.left().side(1), step.left().side(2),
          step.left().side(3)).node());
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
        Handles.Of5<Joined5<A, B, C, D, E>, A, B, C, D, E, BoolExpr<Joined5<A, B, C, D,
            E>>> condition) {
      return step.where(condition.of(step.left().side(0), step.left().side(1), step.left().side(2),
          step.left().side(3), step.right()).node());
    }
  }
}
// @formatter:on
