package dev.sluice.expr;

import dev.sluice.plan.DatePattern;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;
import org.apache.spark.sql.functions;

/**
 * A text.
 *
 * @param <S> the scope
 */
public final class StrExpr<S> extends OrderedExpr<S, String> {

  StrExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> StrExpr<S> of(Expr<S, String> value) {
    return new StrExpr<>(value.node());
  }

  @Override
  <Z> StrExpr<Z> rebuild(ExprNode other) {
    return new StrExpr<>(other);
  }

  /** This value, or the given one where this is NULL. */
  public StrExpr<S> orElse(String value) {
    return new StrExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public StrExpr<S> orElse(StrExpr<S> other) {
    return new StrExpr<>(coalesce(other.node()));
  }

  /** Without spaces at both ends. */
  public StrExpr<S> trim() {
    return new StrExpr<>(Calls.scalar("trim", a -> functions.trim(a.get(0)), this));
  }

  /** Without spaces at the start. */
  public StrExpr<S> trimStart() {
    return new StrExpr<>(Calls.scalar("ltrim", a -> functions.ltrim(a.get(0)), this));
  }

  /** Without spaces at the end. */
  public StrExpr<S> trimEnd() {
    return new StrExpr<>(Calls.scalar("rtrim", a -> functions.rtrim(a.get(0)), this));
  }

  /** In lower case. */
  public StrExpr<S> lower() {
    return new StrExpr<>(Calls.scalar("lower", a -> functions.lower(a.get(0)), this));
  }

  /** In upper case. */
  public StrExpr<S> upper() {
    return new StrExpr<>(Calls.scalar("upper", a -> functions.upper(a.get(0)), this));
  }

  /** With the first letter of each word in upper case, the others in lower case. */
  public StrExpr<S> capitalize() {
    return new StrExpr<>(Calls.scalar("initcap", a -> functions.initcap(a.get(0)), this));
  }

  /** With its characters in reverse order. */
  public StrExpr<S> reverse() {
    return new StrExpr<>(Calls.scalar("reverse", a -> functions.reverse(a.get(0)), this));
  }

  /** Whether there is nothing but spaces in it. */
  public BoolExpr<S> isBlank() {
    return new BoolExpr<>(
        Calls.scalar("isblank", a -> functions.trim(a.get(0)).equalTo(functions.lit("")), this));
  }

  /** This text so many times, one after the other. */
  public StrExpr<S> repeat(int times) {
    return new StrExpr<>(Calls.scalar("repeat", a -> functions.repeat(a.get(0), times), this));
  }

  /** Where the other text first occurs in this one, counted from 1; 0 if it does not. */
  public IntExpr<S> position(String text) {
    return new IntExpr<>(Calls.scalar("position", a -> functions.instr(a.get(0), text), this));
  }

  /** The number of characters. */
  public IntExpr<S> length() {
    return new IntExpr<>(Calls.scalar("length", a -> functions.length(a.get(0)), this));
  }

  /** Both texts, one after the other. */
  public StrExpr<S> concat(StrExpr<S> other) {
    return new StrExpr<>(
        Calls.scalar("concat", a -> functions.concat(a.get(0), a.get(1)), this, other));
  }

  /** This text, then the given one. */
  public StrExpr<S> concat(String text) {
    return call("concat", a -> functions.concat(a.get(0), a.get(1)), text);
  }

  /** Whether the other text occurs in this one. */
  public BoolExpr<S> contains(String text) {
    return test("contains", a -> a.get(0).contains(a.get(1)), text);
  }

  /** Whether this begins with the text. */
  public BoolExpr<S> startsWith(String text) {
    return test("startswith", a -> a.get(0).startsWith(a.get(1)), text);
  }

  /** Whether this ends with the text. */
  public BoolExpr<S> endsWith(String text) {
    return test("endswith", a -> a.get(0).endsWith(a.get(1)), text);
  }

  /**
   * Whether this matches an SQL pattern, in which {@code %} stands for any text and {@code _} for
   * one character.
   */
  public BoolExpr<S> like(String pattern) {
    return new BoolExpr<>(Calls.scalar("like", a -> a.get(0).like(pattern), this));
  }

  /** Whether a part of this matches a Java regular expression. */
  public BoolExpr<S> matches(String regex) {
    return new BoolExpr<>(Calls.scalar("rlike", a -> a.get(0).rlike(regex), this));
  }

  /** The part from a position on, counted from 1, of at most that length. */
  public StrExpr<S> substring(int position, int length) {
    return new StrExpr<>(
        Calls.scalar("substring", a -> functions.substring(a.get(0), position, length), this));
  }

  /** The part from a position to the end, counted from 1. */
  public StrExpr<S> substring(int position) {
    return substring(position, Integer.MAX_VALUE);
  }

  /** With every occurrence of a text replaced. */
  public StrExpr<S> replace(String text, String replacement) {
    return call("replace", a -> functions.replace(a.get(0), a.get(1), a.get(2)), text, replacement);
  }

  /** With every match of a Java regular expression replaced; {@code $1} is the first group. */
  public StrExpr<S> replaceAll(String regex, String replacement) {
    return new StrExpr<>(
        Calls.scalar(
            "regexp_replace", a -> functions.regexp_replace(a.get(0), regex, replacement), this));
  }

  /**
   * The group of the first match of a Java regular expression; the empty text if nothing matches.
   */
  public StrExpr<S> extract(String regex, int group) {
    return new StrExpr<>(
        Calls.scalar(
            "regexp_extract", a -> functions.regexp_extract(a.get(0), regex, group), this));
  }

  /** The parts between the matches of a Java regular expression. */
  public ListExpr<S, String> split(String regex) {
    return new ListExpr<>(Calls.scalar("split", a -> functions.split(a.get(0), regex), this));
  }

  /** Filled up at the start to that length; cut off where longer. */
  public StrExpr<S> padStart(int length, String pad) {
    return new StrExpr<>(Calls.scalar("lpad", a -> functions.lpad(a.get(0), length, pad), this));
  }

  /** Filled up at the end to that length; cut off where longer. */
  public StrExpr<S> padEnd(int length, String pad) {
    return new StrExpr<>(Calls.scalar("rpad", a -> functions.rpad(a.get(0), length, pad), this));
  }

  /** NULL where this is the given text, else this. */
  public StrExpr<S> nullIf(String text) {
    return new StrExpr<>(
        Calls.of(
            Fn.scalar("nullif", Nulls.ALWAYS, a -> functions.nullif(a.get(0), a.get(1))),
            node(),
            Calls.literal(text)));
  }

  /** This text as an {@code int}; anything else is an error when the row is computed. */
  public IntExpr<S> toInt() {
    return new IntExpr<>(Casts.strict(node(), Casts.INT));
  }

  /** This text as an {@code int}; NULL for anything else. */
  public IntExpr<S> tryToInt() {
    return new IntExpr<>(Casts.lenient(node(), Casts.INT));
  }

  /** This text as a {@code long}; anything else is an error when the row is computed. */
  public LongExpr<S> toLong() {
    return new LongExpr<>(Casts.strict(node(), Casts.LONG));
  }

  /** This text as a {@code long}; NULL for anything else. */
  public LongExpr<S> tryToLong() {
    return new LongExpr<>(Casts.lenient(node(), Casts.LONG));
  }

  /** This text as a {@code double}; anything else is an error when the row is computed. */
  public DoubleExpr<S> toDouble() {
    return new DoubleExpr<>(Casts.strict(node(), Casts.DOUBLE));
  }

  /** This text as a {@code double}; NULL for anything else. */
  public DoubleExpr<S> tryToDouble() {
    return new DoubleExpr<>(Casts.lenient(node(), Casts.DOUBLE));
  }

  /**
   * This text as a date, written {@code 2024-12-31}; anything else is an error when the row is
   * computed.
   */
  public DateExpr<S> toDate() {
    return new DateExpr<>(WrittenTime.DATE.strict(this));
  }

  /** This text as a date, written {@code 2024-12-31}; NULL for anything else. */
  public DateExpr<S> tryToDate() {
    return new DateExpr<>(WrittenTime.DATE.lenient(this));
  }

  /**
   * This text as a point in time, written {@code 2024-12-31 23:59:59} in the session's time zone
   * unless the text names one; a date alone is its midnight, anything else is an error when the row
   * is computed.
   */
  public TimestampExpr<S> toTimestamp() {
    return new TimestampExpr<>(WrittenTime.TIMESTAMP.strict(this));
  }

  /**
   * This text as a point in time, written {@code 2024-12-31 23:59:59} in the session's time zone;
   * NULL for anything else.
   */
  public TimestampExpr<S> tryToTimestamp() {
    return new TimestampExpr<>(WrittenTime.TIMESTAMP.lenient(this));
  }

  /**
   * This text as a point in time in that pattern, in the letters of {@code DateTimeFormatter}, in
   * the session's time zone; anything else is an error when the row is computed.
   */
  public TimestampExpr<S> toTimestamp(String pattern) {
    String checked = DatePattern.ofTimestamps(pattern);
    return new TimestampExpr<>(
        Calls.scalar("to_timestamp", a -> functions.to_timestamp(a.get(0), checked), this));
  }

  /**
   * This text as a date and time of no zone, written {@code 2024-12-31 23:59:59}; anything else is
   * an error when the row is computed.
   */
  public DateTimeExpr<S> toDateTime() {
    return new DateTimeExpr<>(WrittenTime.DATE_TIME.strict(this));
  }

  /**
   * This text as a date and time of no zone, written {@code 2024-12-31 23:59:59}; NULL for anything
   * else.
   */
  public DateTimeExpr<S> tryToDateTime() {
    return new DateTimeExpr<>(WrittenTime.DATE_TIME.lenient(this));
  }

  /** This text as a truth value; anything else is an error when the row is computed. */
  public BoolExpr<S> toBoolean() {
    return new BoolExpr<>(Casts.strict(node(), Casts.BOOLEAN));
  }

  /** This text as a truth value; NULL for anything else. */
  public BoolExpr<S> tryToBoolean() {
    return new BoolExpr<>(Casts.lenient(node(), Casts.BOOLEAN));
  }

  /** This text as a decimal number; anything else is an error when the row is computed. */
  public DecimalExpr<S> toDecimal(int precision, int scale) {
    return new DecimalExpr<>(Casts.strict(node(), Casts.decimal(precision, scale)));
  }

  /** This text as a decimal number; NULL for anything else. */
  public DecimalExpr<S> tryToDecimal(int precision, int scale) {
    return new DecimalExpr<>(Casts.lenient(node(), Casts.decimal(precision, scale)));
  }

  /**
   * This text as a date in that pattern, in the letters of {@code DateTimeFormatter}; anything else
   * is an error when the row is computed.
   */
  public DateExpr<S> toDate(String pattern) {
    String checked = DatePattern.ofDates(pattern);
    return new DateExpr<>(Calls.scalar("to_date", a -> functions.to_date(a.get(0), checked), this));
  }

  /**
   * This text as a date in that pattern, in the letters of {@code DateTimeFormatter}; NULL for
   * anything else.
   */
  public DateExpr<S> tryToDate(String pattern) {
    String checked = DatePattern.ofDates(pattern);
    ExprNode time =
        Calls.scalar(
            "try_to_timestamp",
            Nulls.ALWAYS,
            a -> functions.try_to_timestamp(a.get(0), functions.lit(checked)),
            this);
    return new DateExpr<>(Casts.strict(time, Casts.DATE));
  }

  private StrExpr<S> call(String name, Fn.Builder builder, Object... literals) {
    return new StrExpr<>(Calls.of(Fn.scalar(name, builder), Calls.literals(node(), literals)));
  }

  private BoolExpr<S> test(String name, Fn.Builder builder, String text) {
    return new BoolExpr<>(Calls.of(Fn.scalar(name, builder), node(), Calls.literal(text)));
  }
}
