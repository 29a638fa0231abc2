// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

// @formatter:off
/** Target records by constructor reference: {@code row(Line::new).of(…)}. Part of {@code Dsl}. */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class RowFunctions extends SketchFunctions {

  RowFunctions() {}

  /** A row of this record, of 1 component. */
  public static <T1, R extends Record> Rows.Row1<T1, R> row(Rows.Constructor1<T1, R> constructor) {
    return new Rows.Row1<>(constructor);
  }

  /** A row of this record, of 2 components. */
  public static <T1, T2, R extends Record> Rows.Row2<T1, T2, R> row(
      Rows.Constructor2<T1, T2, R> constructor) {
    return new Rows.Row2<>(constructor);
  }

  /** A row of this record, of 3 components. */
  public static <T1, T2, T3, R extends Record> Rows.Row3<T1, T2, T3, R> row(
      Rows.Constructor3<T1, T2, T3, R> constructor) {
    return new Rows.Row3<>(constructor);
  }

  /** A row of this record, of 4 components. */
  public static <T1, T2, T3, T4, R extends Record> Rows.Row4<T1, T2, T3, T4, R> row(
      Rows.Constructor4<T1, T2, T3, T4, R> constructor) {
    return new Rows.Row4<>(constructor);
  }

  /** A row of this record, of 5 components. */
  public static <T1, T2, T3, T4, T5, R extends Record> Rows.Row5<T1, T2, T3, T4, T5, R> row(
      Rows.Constructor5<T1, T2, T3, T4, T5, R> constructor) {
    return new Rows.Row5<>(constructor);
  }

  /** A row of this record, of 6 components. */
  public static <T1, T2, T3, T4, T5, T6, R extends Record>
      Rows.Row6<T1, T2, T3, T4, T5, T6, R> row(
          Rows.Constructor6<T1, T2, T3, T4, T5, T6, R> constructor) {
    return new Rows.Row6<>(constructor);
  }

  /** A row of this record, of 7 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, R extends Record>
      Rows.Row7<T1, T2, T3, T4, T5, T6, T7, R> row(
          Rows.Constructor7<T1, T2, T3, T4, T5, T6, T7, R> constructor) {
    return new Rows.Row7<>(constructor);
  }

  /** A row of this record, of 8 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, R extends Record>
      Rows.Row8<T1, T2, T3, T4, T5, T6, T7, T8, R> row(
          Rows.Constructor8<T1, T2, T3, T4, T5, T6, T7, T8, R> constructor) {
    return new Rows.Row8<>(constructor);
  }

  /** A row of this record, of 9 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, R extends Record>
      Rows.Row9<T1, T2, T3, T4, T5, T6, T7, T8, T9, R> row(
          Rows.Constructor9<T1, T2, T3, T4, T5, T6, T7, T8, T9, R> constructor) {
    return new Rows.Row9<>(constructor);
  }

  /** A row of this record, of 10 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, R extends Record>
      Rows.Row10<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, R> row(
          Rows.Constructor10<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, R> constructor) {
    return new Rows.Row10<>(constructor);
  }

  /** A row of this record, of 11 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, R extends Record>
      Rows.Row11<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, R> row(
          Rows.Constructor11<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, R> constructor) {
    return new Rows.Row11<>(constructor);
  }

  /** A row of this record, of 12 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, R extends Record>
      Rows.Row12<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, R> row(
          Rows.Constructor12<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, R> constructor) {
    return new Rows.Row12<>(constructor);
  }

  /** A row of this record, of 13 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, R extends Record>
      Rows.Row13<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, R> row(
          Rows.Constructor13<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13,
              R> constructor) {
    return new Rows.Row13<>(constructor);
  }

  /** A row of this record, of 14 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, R extends Record>
      Rows.Row14<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, R> row(
          Rows.Constructor14<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14,
              R> constructor) {
    return new Rows.Row14<>(constructor);
  }

  /** A row of this record, of 15 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, R extends Record>
      Rows.Row15<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, R> row(
          Rows.Constructor15<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15,
              R> constructor) {
    return new Rows.Row15<>(constructor);
  }

  /** A row of this record, of 16 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16,
      R extends Record>
      Rows.Row16<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, R> row(
          Rows.Constructor16<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16,
              R> constructor) {
    return new Rows.Row16<>(constructor);
  }

  /** A row of this record, of 17 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17,
      R extends Record>
      Rows.Row17<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, R> row(
          Rows.Constructor17<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16,
              T17, R> constructor) {
    return new Rows.Row17<>(constructor);
  }

  /** A row of this record, of 18 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18,
      R extends Record>
      Rows.Row18<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18,
          R> row(
          Rows.Constructor18<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16,
              T17, T18, R> constructor) {
    return new Rows.Row18<>(constructor);
  }

  /** A row of this record, of 19 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18,
      T19, R extends Record>
      Rows.Row19<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18,
          T19, R> row(
          Rows.Constructor19<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16,
              T17, T18, T19, R> constructor) {
    return new Rows.Row19<>(constructor);
  }

  /** A row of this record, of 20 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18,
      T19, T20, R extends Record>
      Rows.Row20<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18,
          T19, T20, R> row(
          Rows.Constructor20<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16,
              T17, T18, T19, T20, R> constructor) {
    return new Rows.Row20<>(constructor);
  }

  /** A row of this record, of 21 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18,
      T19, T20, T21, R extends Record>
      Rows.Row21<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18,
          T19, T20, T21, R> row(
          Rows.Constructor21<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16,
              T17, T18, T19, T20, T21, R> constructor) {
    return new Rows.Row21<>(constructor);
  }

  /** A row of this record, of 22 components. */
  public static <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18,
      T19, T20, T21, T22, R extends Record>
      Rows.Row22<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18,
          T19, T20, T21, T22, R> row(
          Rows.Constructor22<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16,
              T17, T18, T19, T20, T21, T22, R> constructor) {
    return new Rows.Row22<>(constructor);
  }
}
// @formatter:on
