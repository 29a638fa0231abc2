// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

import java.io.Serializable;
import java.util.List;

// @formatter:off
/**
 * Rows of a record by its constructor: {@code row(Line::new).of(…)} takes exactly one expression
 * for each component, in order and of its type. The constructor is never called: it only names the
 * record.
 *
 * <p>These are the steps between {@code row} and {@code of}; users never name them. Records with
 * more than 22 components are made by name, with {@code enrich}.
 */
public final class Rows {

  private Rows() {}

  /** A constructor of 1 component. */
  @FunctionalInterface
  public interface Constructor1<T1, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1);
  }

  /** A row of 1 component. */
  public static final class Row1<T1, R> {
    private final Serializable constructor;

    Row1(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1) {
      return Projection.of(constructor, List.of(t1));
    }
  }

  /** A constructor of 2 components. */
  @FunctionalInterface
  public interface Constructor2<T1, T2, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2);
  }

  /** A row of 2 components. */
  public static final class Row2<T1, T2, R> {
    private final Serializable constructor;

    Row2(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2) {
      return Projection.of(constructor, List.of(t1, t2));
    }
  }

  /** A constructor of 3 components. */
  @FunctionalInterface
  public interface Constructor3<T1, T2, T3, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3);
  }

  /** A row of 3 components. */
  public static final class Row3<T1, T2, T3, R> {
    private final Serializable constructor;

    Row3(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3) {
      return Projection.of(constructor, List.of(t1, t2, t3));
    }
  }

  /** A constructor of 4 components. */
  @FunctionalInterface
  public interface Constructor4<T1, T2, T3, T4, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4);
  }

  /** A row of 4 components. */
  public static final class Row4<T1, T2, T3, T4, R> {
    private final Serializable constructor;

    Row4(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4));
    }
  }

  /** A constructor of 5 components. */
  @FunctionalInterface
  public interface Constructor5<T1, T2, T3, T4, T5, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5);
  }

  /** A row of 5 components. */
  public static final class Row5<T1, T2, T3, T4, T5, R> {
    private final Serializable constructor;

    Row5(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5));
    }
  }

  /** A constructor of 6 components. */
  @FunctionalInterface
  public interface Constructor6<T1, T2, T3, T4, T5, T6, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6);
  }

  /** A row of 6 components. */
  public static final class Row6<T1, T2, T3, T4, T5, T6, R> {
    private final Serializable constructor;

    Row6(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6));
    }
  }

  /** A constructor of 7 components. */
  @FunctionalInterface
  public interface Constructor7<T1, T2, T3, T4, T5, T6, T7, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7);
  }

  /** A row of 7 components. */
  public static final class Row7<T1, T2, T3, T4, T5, T6, T7, R> {
    private final Serializable constructor;

    Row7(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7));
    }
  }

  /** A constructor of 8 components. */
  @FunctionalInterface
  public interface Constructor8<T1, T2, T3, T4, T5, T6, T7, T8, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8);
  }

  /** A row of 8 components. */
  public static final class Row8<T1, T2, T3, T4, T5, T6, T7, T8, R> {
    private final Serializable constructor;

    Row8(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8));
    }
  }

  /** A constructor of 9 components. */
  @FunctionalInterface
  public interface Constructor9<T1, T2, T3, T4, T5, T6, T7, T8, T9, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9);
  }

  /** A row of 9 components. */
  public static final class Row9<T1, T2, T3, T4, T5, T6, T7, T8, T9, R> {
    private final Serializable constructor;

    Row9(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9));
    }
  }

  /** A constructor of 10 components. */
  @FunctionalInterface
  public interface Constructor10<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10);
  }

  /** A row of 10 components. */
  public static final class Row10<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, R> {
    private final Serializable constructor;

    Row10(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10));
    }
  }

  /** A constructor of 11 components. */
  @FunctionalInterface
  public interface Constructor11<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11,
      R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11);
  }

  /** A row of 11 components. */
  public static final class Row11<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, R> {
    private final Serializable constructor;

    Row11(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11));
    }
  }

  /** A constructor of 12 components. */
  @FunctionalInterface
  public interface Constructor12<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12,
      R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11,
        T12 t12);
  }

  /** A row of 12 components. */
  public static final class Row12<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, R> {
    private final Serializable constructor;

    Row12(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11, Expr<S, T12> t12) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12));
    }
  }

  /** A constructor of 13 components. */
  @FunctionalInterface
  public interface Constructor13<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13,
      R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11,
        T12 t12, T13 t13);
  }

  /** A row of 13 components. */
  public static final class Row13<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, R> {
    private final Serializable constructor;

    Row13(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11, Expr<S, T12> t12, Expr<S, T13> t13) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12,
          t13));
    }
  }

  /** A constructor of 14 components. */
  @FunctionalInterface
  public interface Constructor14<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14,
      R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11,
        T12 t12, T13 t13, T14 t14);
  }

  /** A row of 14 components. */
  public static final class Row14<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, R> {
    private final Serializable constructor;

    Row14(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11, Expr<S, T12> t12, Expr<S, T13> t13, Expr<S, T14> t14) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12,
          t13, t14));
    }
  }

  /** A constructor of 15 components. */
  @FunctionalInterface
  public interface Constructor15<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11,
        T12 t12, T13 t13, T14 t14, T15 t15);
  }

  /** A row of 15 components. */
  public static final class Row15<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      R> {
    private final Serializable constructor;

    Row15(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11, Expr<S, T12> t12, Expr<S, T13> t13, Expr<S, T14> t14,
        Expr<S, T15> t15) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12,
          t13, t14, t15));
    }
  }

  /** A constructor of 16 components. */
  @FunctionalInterface
  public interface Constructor16<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11,
        T12 t12, T13 t13, T14 t14, T15 t15, T16 t16);
  }

  /** A row of 16 components. */
  public static final class Row16<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, R> {
    private final Serializable constructor;

    Row16(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11, Expr<S, T12> t12, Expr<S, T13> t13, Expr<S, T14> t14,
        Expr<S, T15> t15, Expr<S, T16> t16) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12,
          t13, t14, t15, t16));
    }
  }

  /** A constructor of 17 components. */
  @FunctionalInterface
  public interface Constructor17<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11,
        T12 t12, T13 t13, T14 t14, T15 t15, T16 t16, T17 t17);
  }

  /** A row of 17 components. */
  public static final class Row17<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, R> {
    private final Serializable constructor;

    Row17(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11, Expr<S, T12> t12, Expr<S, T13> t13, Expr<S, T14> t14,
        Expr<S, T15> t15, Expr<S, T16> t16, Expr<S, T17> t17) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12,
          t13, t14, t15, t16, t17));
    }
  }

  /** A constructor of 18 components. */
  @FunctionalInterface
  public interface Constructor18<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, T18, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11,
        T12 t12, T13 t13, T14 t14, T15 t15, T16 t16, T17 t17, T18 t18);
  }

  /** A row of 18 components. */
  public static final class Row18<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, T18, R> {
    private final Serializable constructor;

    Row18(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11, Expr<S, T12> t12, Expr<S, T13> t13, Expr<S, T14> t14,
        Expr<S, T15> t15, Expr<S, T16> t16, Expr<S, T17> t17, Expr<S, T18> t18) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12,
          t13, t14, t15, t16, t17, t18));
    }
  }

  /** A constructor of 19 components. */
  @FunctionalInterface
  public interface Constructor19<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, T18, T19, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11,
        T12 t12, T13 t13, T14 t14, T15 t15, T16 t16, T17 t17, T18 t18, T19 t19);
  }

  /** A row of 19 components. */
  public static final class Row19<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, T18, T19, R> {
    private final Serializable constructor;

    Row19(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11, Expr<S, T12> t12, Expr<S, T13> t13, Expr<S, T14> t14,
        Expr<S, T15> t15, Expr<S, T16> t16, Expr<S, T17> t17, Expr<S, T18> t18, Expr<S, T19> t19) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12,
          t13, t14, t15, t16, t17, t18, t19));
    }
  }

  /** A constructor of 20 components. */
  @FunctionalInterface
  public interface Constructor20<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, T18, T19, T20, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11,
        T12 t12, T13 t13, T14 t14, T15 t15, T16 t16, T17 t17, T18 t18, T19 t19, T20 t20);
  }

  /** A row of 20 components. */
  public static final class Row20<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, T18, T19, T20, R> {
    private final Serializable constructor;

    Row20(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11, Expr<S, T12> t12, Expr<S, T13> t13, Expr<S, T14> t14,
        Expr<S, T15> t15, Expr<S, T16> t16, Expr<S, T17> t17, Expr<S, T18> t18, Expr<S, T19> t19,
        Expr<S, T20> t20) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12,
          t13, t14, t15, t16, t17, t18, t19, t20));
    }
  }

  /** A constructor of 21 components. */
  @FunctionalInterface
  public interface Constructor21<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, T18, T19, T20, T21, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11,
        T12 t12, T13 t13, T14 t14, T15 t15, T16 t16, T17 t17, T18 t18, T19 t19, T20 t20, T21 t21);
  }

  /** A row of 21 components. */
  public static final class Row21<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, T18, T19, T20, T21, R> {
    private final Serializable constructor;

    Row21(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11, Expr<S, T12> t12, Expr<S, T13> t13, Expr<S, T14> t14,
        Expr<S, T15> t15, Expr<S, T16> t16, Expr<S, T17> t17, Expr<S, T18> t18, Expr<S, T19> t19,
        Expr<S, T20> t20, Expr<S, T21> t21) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12,
          t13, t14, t15, t16, t17, t18, t19, t20, t21));
    }
  }

  /** A constructor of 22 components. */
  @FunctionalInterface
  public interface Constructor22<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, T18, T19, T20, T21, T22, R> extends Serializable {
    /** Stands for the constructor; never called. */
    R create(T1 t1, T2 t2, T3 t3, T4 t4, T5 t5, T6 t6, T7 t7, T8 t8, T9 t9, T10 t10, T11 t11,
        T12 t12, T13 t13, T14 t14, T15 t15, T16 t16, T17 t17, T18 t18, T19 t19, T20 t20, T21 t21,
        T22 t22);
  }

  /** A row of 22 components. */
  public static final class Row22<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
      T16, T17, T18, T19, T20, T21, T22, R> {
    private final Serializable constructor;

    Row22(Serializable constructor) {
      this.constructor = constructor;
    }

    /** The row with these values. */
    public <S> Projection<S, R> of(Expr<S, T1> t1, Expr<S, T2> t2, Expr<S, T3> t3, Expr<S, T4> t4,
        Expr<S, T5> t5, Expr<S, T6> t6, Expr<S, T7> t7, Expr<S, T8> t8, Expr<S, T9> t9,
        Expr<S, T10> t10, Expr<S, T11> t11, Expr<S, T12> t12, Expr<S, T13> t13, Expr<S, T14> t14,
        Expr<S, T15> t15, Expr<S, T16> t16, Expr<S, T17> t17, Expr<S, T18> t18, Expr<S, T19> t19,
        Expr<S, T20> t20, Expr<S, T21> t21, Expr<S, T22> t22) {
      return Projection.of(constructor, List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12,
          t13, t14, t15, t16, t17, t18, t19, t20, t21, t22));
    }
  }
}
// @formatter:on
