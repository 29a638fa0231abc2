// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice;

import dev.sluice.expr.Assignment;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Handles;
import dev.sluice.expr.Joined7;
import dev.sluice.expr.Projection;
import dev.sluice.expr.StageKey;
import dev.sluice.plan.JoinKind;
import java.util.stream.Stream;

// @formatter:off
/**
 * A join of 7 stages whose match is said: more keys or conditions, further joins, or what is
 * made of the rows. Each lambda is given a handle of each stage, in the order in which they
 * were joined.
 */
@SuppressWarnings("overloads") // references, expressions and lambdas of each arity are told apart
public final class Joining7<A extends Record, B extends Record, C extends Record, D extends Record,
    E extends Record, F extends Record, G extends Record> {

  private final JoinLegs legs;

  Joining7(JoinLegs legs) {
    this.legs = legs;
  }

  /** One more key, of the first stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.Ref1<A, K> accessor) {
    return legs.and(legs.key(0, accessor), Joining7::new);
  }

  /** One more key, computed of the first stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.In1<A, K> key) {
    return legs.and(legs.key(0, key), Joining7::new);
  }

  /** One more key, of the second stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.Ref2<B, K> accessor) {
    return legs.and(legs.key(1, accessor), Joining7::new);
  }

  /** One more key, computed of the second stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.In2<B, K> key) {
    return legs.and(legs.key(1, key), Joining7::new);
  }

  /** One more key, of the third stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.Ref3<C, K> accessor) {
    return legs.and(legs.key(2, accessor), Joining7::new);
  }

  /** One more key, computed of the third stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.In3<C, K> key) {
    return legs.and(legs.key(2, key), Joining7::new);
  }

  /** One more key, of the fourth stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.Ref4<D, K> accessor) {
    return legs.and(legs.key(3, accessor), Joining7::new);
  }

  /** One more key, computed of the fourth stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.In4<D, K> key) {
    return legs.and(legs.key(3, key), Joining7::new);
  }

  /** One more key, of the fifth stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.Ref5<E, K> accessor) {
    return legs.and(legs.key(4, accessor), Joining7::new);
  }

  /** One more key, computed of the fifth stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.In5<E, K> key) {
    return legs.and(legs.key(4, key), Joining7::new);
  }

  /** One more key, of the sixth stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.Ref6<F, K> accessor) {
    return legs.and(legs.key(5, accessor), Joining7::new);
  }

  /** One more key, computed of the sixth stage. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      StageKey.In6<F, K> key) {
    return legs.and(legs.key(5, key), Joining7::new);
  }

  /** One more key, by the handles of the stages before. */
  public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, Joining7<A, B, C, D, E, F, G>> and(
      Handles.Of6<Joined7<A, B, C, D, E, F, G>, A, B, C, D, E, F, Expr<Joined7<A, B, C, D, E, F, G>,
          K>> key) {
    return legs.and(key.of(legs.side(0), legs.side(1), legs.side(2), legs.side(3), legs.side(4),
        legs.side(5)).node(), Joining7::new);
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
  public final Joining7<A, B, C, D, E, F, G> where(
      Handles.Of7<Joined7<A, B, C, D, E, F, G>, A, B, C, D, E, F, G, BoolExpr<Joined7<A, B, C, D, E,
          F, G>>> condition) {
    return new Joining7<>(legs.and(condition.of(legs.side(0), legs.side(1), legs.side(2),
        legs.side(3), legs.side(4), legs.side(5), legs.side(6)).node()));
  }

  /**
   * Only the joined rows for which the condition is true. Unlike {@code where} it does not say
   * what matches: behind an outer join it also leaves out rows that have no match.
   */
  public final Joining7<A, B, C, D, E, F, G> filter(
      Handles.Of7<Joined7<A, B, C, D, E, F, G>, A, B, C, D, E, F, G, BoolExpr<Joined7<A, B, C, D, E,
          F, G>>> condition) {
    return new Joining7<>(legs.filter(condition.of(legs.side(0), legs.side(1), legs.side(2),
        legs.side(3), legs.side(4), legs.side(5), legs.side(6)).node()));
  }

  /** A row of a record for each combination of rows. */
  public final <T extends Record> Stage<T> select(
      Handles.Of7<Joined7<A, B, C, D, E, F, G>, A, B, C, D, E, F, G, Projection<Joined7<A, B, C, D,
          E, F, G>, T>> row) {
    return legs.select(row.of(legs.side(0), legs.side(1), legs.side(2), legs.side(3), legs.side(4),
        legs.side(5), legs.side(6)));
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
      Handles.Of7<Joined7<A, B, C, D, E, F, G>, A, B, C, D, E, F, G, Assignment<Joined7<A, B, C, D,
          E, F, G>, T>>... assignments) {
    return legs.enrich(
        record, Stream.of(assignments).map(set -> set.of(legs.side(0), legs.side(1), legs.side(2),
            legs.side(3), legs.side(4), legs.side(5), legs.side(6))).toList());
  }

  /** Joins a further stage: rows that match. */
  public final <N extends Record> Joining8.On<A, B, C, D, E, F, G, N, Joining8<A, B, C, D, E, F, G,
      N>>
      join(Stage<N> other) {
    return new Joining8.On<>(legs.next(other, JoinKind.INNER, Joining8::new));
  }

  /** Joins a further stage, and keeps what has no match in it. */
  public final <N extends Record> Joining8.On<A, B, C, D, E, F, G, N, Joining8<A, B, C, D, E, F, G,
      N>>
      leftJoin(Stage<N> other) {
    return new Joining8.On<>(legs.next(other, JoinKind.LEFT, Joining8::new));
  }

  /** Joins a further stage, and keeps its rows that have no match. */
  public final <N extends Record> Joining8.On<A, B, C, D, E, F, G, N, Joining8<A, B, C, D, E, F, G,
      N>>
      rightJoin(Stage<N> other) {
    return new Joining8.On<>(legs.next(other, JoinKind.RIGHT, Joining8::new));
  }

  /** Joins a further stage, and keeps what has no match on either side. */
  public final <N extends Record> Joining8.On<A, B, C, D, E, F, G, N, Joining8<A, B, C, D, E, F, G,
      N>>
      fullJoin(Stage<N> other) {
    return new Joining8.On<>(legs.next(other, JoinKind.FULL, Joining8::new));
  }

  /** Each combination with each row of a further stage. */
  public final <N extends Record> Joining8<A, B, C, D, E, F, G, N> crossJoin(Stage<N> other) {
    return new Joining8<>(legs.cross(other));
  }

  /** Only the combinations that have a match in a further stage, whose columns do not come out. */
  public final <N extends Record> Joining8.On<A, B, C, D, E, F, G, N, Joining7<A, B, C, D, E, F, G>>
      semiJoin(Stage<N> other) {
    return new Joining8.On<>(legs.next(other, JoinKind.SEMI, Joining7::new));
  }

  /** Only the combinations that have no match in a further stage, whose columns do not come out. */
  public final <N extends Record> Joining8.On<A, B, C, D, E, F, G, N, Joining7<A, B, C, D, E, F, G>>
      antiJoin(Stage<N> other) {
    return new Joining8.On<>(legs.next(other, JoinKind.ANTI, Joining7::new));
  }

  /**
   * The step of a join that says when rows of the seventh stage match. A key is one of a stage
   * before: a reference or an expression, found by its record, or a lambda over the handles.
   *
   * @param <J> the step that follows
   */
  @SuppressWarnings("overloads") // references, expressions and lambdas of each arity are told apart
  public static final class On<A extends Record, B extends Record, C extends Record,
      D extends Record, E extends Record, F extends Record, G extends Record, J> {

    private final JoinStep<J> step;

    On(JoinStep<J> step) {
      this.step = step;
    }

    /** The key, of the first stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.Ref1<A, K> accessor) {
      return step.on(step.left().key(0, accessor));
    }

    /** The key, computed of the first stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.In1<A, K> key) {
      return step.on(step.left().key(0, key));
    }

    /** The key, of the second stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.Ref2<B, K> accessor) {
      return step.on(step.left().key(1, accessor));
    }

    /** The key, computed of the second stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.In2<B, K> key) {
      return step.on(step.left().key(1, key));
    }

    /** The key, of the third stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.Ref3<C, K> accessor) {
      return step.on(step.left().key(2, accessor));
    }

    /** The key, computed of the third stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.In3<C, K> key) {
      return step.on(step.left().key(2, key));
    }

    /** The key, of the fourth stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.Ref4<D, K> accessor) {
      return step.on(step.left().key(3, accessor));
    }

    /** The key, computed of the fourth stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.In4<D, K> key) {
      return step.on(step.left().key(3, key));
    }

    /** The key, of the fifth stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.Ref5<E, K> accessor) {
      return step.on(step.left().key(4, accessor));
    }

    /** The key, computed of the fifth stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.In5<E, K> key) {
      return step.on(step.left().key(4, key));
    }

    /** The key, of the sixth stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.Ref6<F, K> accessor) {
      return step.on(step.left().key(5, accessor));
    }

    /** The key, computed of the sixth stage. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        StageKey.In6<F, K> key) {
      return step.on(step.left().key(5, key));
    }

    /** The key, by the handles of the stages before. */
    public <K> EqualTo<Joined7<A, B, C, D, E, F, G>, G, K, J> on(
        Handles.Of6<Joined7<A, B, C, D, E, F, G>, A, B, C, D, E, F, Expr<Joined7<A, B, C, D, E, F,
            G>, K>> key) {
      return step.on(key.of(step.left().side(0), step.left().side(1), step.left().side(2),
          step.left().side(3), step.left().side(4), step.left().side(5)).node());
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
        Handles.Of7<Joined7<A, B, C, D, E, F, G>, A, B, C, D, E, F, G, BoolExpr<Joined7<A, B, C, D,
            E, F, G>>> condition) {
      return step.where(condition.of(step.left().side(0), step.left().side(1), step.left().side(2),
          step.left().side(3), step.left().side(4), step.left().side(5), step.right()).node());
    }
  }
}
// @formatter:on
