package dev.sluice.expr;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Lists and maps made of other values. Part of {@code Dsl}. */
public abstract class CollectionFunctions extends ValueFunctions {

  CollectionFunctions() {}

  /** A list of these values, NULLs among them: {@code listOf(col(Order::home), col(Order::work))}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <S, E> ListExpr<S, E> listOf(Expr<S, E> first, Expr<S, E>... others) {
    return new ListExpr<>(Calls.of(Elements.LIST, Calls.arguments(first, others)));
  }

  /** A list of the value so many times; of none if the number is not above 0. */
  public static <S, E> ListExpr<S, E> listOfCopies(int times, Expr<S, E> value) {
    return new ListExpr<>(Calls.of(Elements.REPEAT, value, times));
  }

  /** All elements of the lists in a list, one list after the other; NULL if one of them is. */
  public static <S, E> ListExpr<S, E> flatten(ListExpr<S, List<E>> lists) {
    return new ListExpr<>(Calls.of(Elements.FLATTEN, lists));
  }

  /** The texts of a list, one after the other, with a separator between them; NULLs are left out. */
  public static <S> StrExpr<S> concatWith(String separator, ListExpr<S, String> texts) {
    return new StrExpr<>(Calls.of(Elements.JOIN, texts, separator));
  }

  /**
   * A map of keys to values at the same index. Lists of different lengths, and a key that is NULL or
   * there twice, fail the run; NULL if a list is.
   */
  public static <S, K, V> MapExpr<S, K, V> mapOf(ListExpr<S, K> keys, ListExpr<S, V> values) {
    return new MapExpr<>(Calls.of(Entries.OF_LISTS, keys, values));
  }

  /** The numbers from one to another, both inclusive; downwards if the second is smaller. */
  public static <S> ListExpr<S, Integer> sequence(IntExpr<S> from, IntExpr<S> to) {
    return new ListExpr<>(Calls.of(Elements.SEQUENCE, from, to));
  }

  /** The numbers from one to another, both inclusive; downwards if the second is smaller. */
  public static <S> ListExpr<S, Long> sequence(LongExpr<S> from, LongExpr<S> to) {
    return new ListExpr<>(Calls.of(Elements.SEQUENCE, from, to));
  }

  /**
   * Each so-manieth number from one to another, both inclusive. A step that does not lead from the
   * first to the second fails the run.
   */
  public static <S> ListExpr<S, Integer> sequence(IntExpr<S> from, IntExpr<S> to, int step) {
    return new ListExpr<>(Calls.of(Elements.SEQUENCE, from, to, step));
  }

  /** Each so-manieth number from one to another; see {@link #sequence(IntExpr, IntExpr, int)}. */
  public static <S> ListExpr<S, Long> sequence(LongExpr<S> from, LongExpr<S> to, long step) {
    return new ListExpr<>(Calls.of(Elements.SEQUENCE, from, to, step));
  }

  /** The days from one to another, both inclusive; backwards if the second is earlier. */
  public static <S> ListExpr<S, LocalDate> sequence(DateExpr<S> from, DateExpr<S> to) {
    return new ListExpr<>(Calls.of(Elements.SEQUENCE, from, to));
  }

  /**
   * The dates from one to another, both inclusive, by a step. One that does not lead from the first to
   * the second fails the run.
   *
   * @param step of months, or of days
   * @throws IllegalArgumentException if it is of both
   */
  public static <S> ListExpr<S, LocalDate> sequence(
      DateExpr<S> from, DateExpr<S> to, Period step) {
    if (step.getDays() != 0 && step.toTotalMonths() != 0) {
      throw new IllegalArgumentException(
          "a sequence of dates goes by months or by days, not by %s".formatted(step));
    }
    Object by = step.getDays() == 0 ? step : Duration.ofDays(step.getDays());
    return new ListExpr<>(Calls.of(Elements.SEQUENCE, from, to, by));
  }

  /** The points in time from one to another, both inclusive, by a step. */
  public static <S> ListExpr<S, Instant> sequence(
      TimestampExpr<S> from, TimestampExpr<S> to, Duration step) {
    return new ListExpr<>(Calls.of(Elements.SEQUENCE, from, to, step));
  }
}
