package dev.sluice.expr;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.DatePattern;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.RecordText;
import dev.sluice.plan.RecordText.Format;
import dev.sluice.plan.RecordText.Outcome;

/**
 * A text.
 *
 * @param <S> the scope
 */
public final class StrExpr<S> extends TextCodes<S> {

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

  @Override
  public StrExpr<S> where(RowsWhere<S> rows) {
    return new StrExpr<>(Filtered.of(node(), rows.node()));
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
    return new StrExpr<>(Calls.of(Texts.TRIM, this));
  }

  /** Without spaces at the start. */
  public StrExpr<S> trimStart() {
    return new StrExpr<>(Calls.of(Texts.TRIM_START, this));
  }

  /** Without spaces at the end. */
  public StrExpr<S> trimEnd() {
    return new StrExpr<>(Calls.of(Texts.TRIM_END, this));
  }

  /** In lower case. */
  public StrExpr<S> lower() {
    return new StrExpr<>(Calls.of(Texts.LOWER, this));
  }

  /** In upper case. */
  public StrExpr<S> upper() {
    return new StrExpr<>(Calls.of(Texts.UPPER, this));
  }

  /** With the first letter of each word in upper case, the others in lower case. */
  public StrExpr<S> capitalize() {
    return new StrExpr<>(Calls.of(Texts.CAPITALIZE, this));
  }

  /** With its characters in reverse order. */
  public StrExpr<S> reverse() {
    return new StrExpr<>(Calls.of(Texts.REVERSE, this));
  }

  /** Whether there is nothing but spaces in it. */
  public BoolExpr<S> isBlank() {
    return new BoolExpr<>(Calls.of(Texts.IS_BLANK, this));
  }

  /**
   * The record that is written here as JSON. A text that is none fails the run: one that cannot be
   * parsed, with a value of another type, or without one for a primitive component. What the record
   * does not have is left out.
   *
   * <pre>{@code
   * col(Event::body).fromJson(Address.class).col(Address::city)
   * }</pre>
   */
  public <R extends Record> RecordExpr<S, R> fromJson(Class<R> record) {
    return new RecordExpr<>(read(Format.JSON, record, Outcome.RECORD));
  }

  /** As {@link #fromJson}, with NULL for what is none. */
  public <R extends Record> RecordExpr<S, R> tryFromJson(Class<R> record) {
    return new RecordExpr<>(read(Format.JSON, record, Outcome.RECORD_OR_NULL));
  }

  /**
   * This text if it is no JSON of the record, else NULL: what {@link #tryFromJson} gives NULL for, so
   * that it does not get lost.
   */
  public <R extends Record> StrExpr<S> corruptJson(Class<R> record) {
    return new StrExpr<>(read(Format.JSON, record, Outcome.CORRUPT));
  }

  /** The record that is written here as a line of CSV, by the order of its components; see {@link #fromJson}. */
  public <R extends Record> RecordExpr<S, R> fromCsv(Class<R> record) {
    return new RecordExpr<>(read(Format.CSV, record, Outcome.RECORD));
  }

  /** As {@link #fromCsv}, with NULL for what is none. */
  public <R extends Record> RecordExpr<S, R> tryFromCsv(Class<R> record) {
    return new RecordExpr<>(read(Format.CSV, record, Outcome.RECORD_OR_NULL));
  }

  /** This text if it is no line of CSV of the record, else NULL. */
  public <R extends Record> StrExpr<S> corruptCsv(Class<R> record) {
    return new StrExpr<>(read(Format.CSV, record, Outcome.CORRUPT));
  }

  /** The record that is written here as an element of XML; see {@link #fromJson}. */
  public <R extends Record> RecordExpr<S, R> fromXml(Class<R> record) {
    return new RecordExpr<>(read(Format.XML, record, Outcome.RECORD));
  }

  /** As {@link #fromXml}, with NULL for what is none. */
  public <R extends Record> RecordExpr<S, R> tryFromXml(Class<R> record) {
    return new RecordExpr<>(read(Format.XML, record, Outcome.RECORD_OR_NULL));
  }

  /** This text if it is no XML of the record, else NULL. */
  public <R extends Record> StrExpr<S> corruptXml(Class<R> record) {
    return new StrExpr<>(read(Format.XML, record, Outcome.CORRUPT));
  }

  private ExprNode read(Format format, Class<?> record, Outcome outcome) {
    return new RecordText(node(), format, record, outcome, CallSite.here());
  }

  /**
   * What a path leads to in this JSON: texts as they are, anything else as JSON. NULL if it leads to
   * nothing, and if this is no JSON.
   *
   * @param path such as {@code $.user.name}
   */
  public StrExpr<S> jsonPath(String path) {
    return new StrExpr<>(Calls.of(RecordsInTexts.JSON_PATH, this, path));
  }

  /** The number of elements of this JSON array; NULL if it is none. */
  public IntExpr<S> jsonArrayLength() {
    return new IntExpr<>(Calls.of(RecordsInTexts.JSON_LENGTH, this));
  }

  /** The keys of this JSON object, in their order; NULL if it is none. */
  public ListExpr<S, String> jsonKeys() {
    return new ListExpr<>(Calls.of(RecordsInTexts.JSON_KEYS, this));
  }

  /** This JSON as a value of no certain type. What is no JSON fails the run. */
  public VariantExpr<S> parseJson() {
    return new VariantExpr<>(Calls.of(Variants.PARSE, this));
  }

  /** This JSON as a value of no certain type; NULL for what is no JSON. */
  public VariantExpr<S> tryParseJson() {
    return new VariantExpr<>(Calls.of(Variants.TRY_PARSE, this));
  }

  /** The texts that a path leads to in this XML. What is no XML fails the run, here and below. */
  public ListExpr<S, String> xpath(String path) {
    return new ListExpr<>(Calls.of(RecordsInTexts.XPATH, this, path));
  }

  /** The text of the first element that a path leads to in this XML; empty if there is none. */
  public StrExpr<S> xpathText(String path) {
    return new StrExpr<>(Calls.of(RecordsInTexts.XPATH_STRING, this, path));
  }

  /** Whether a condition of XPath holds in this XML, or a path leads to anything. */
  public BoolExpr<S> xpathBoolean(String path) {
    return new BoolExpr<>(Calls.of(RecordsInTexts.XPATH_BOOLEAN, this, path));
  }

  /** The number that a path leads to in this XML; 0 if there is none. */
  public IntExpr<S> xpathInt(String path) {
    return new IntExpr<>(Calls.of(RecordsInTexts.XPATH_INT, this, path));
  }

  /** The number that a path leads to in this XML; 0 if there is none. */
  public LongExpr<S> xpathLong(String path) {
    return new LongExpr<>(Calls.of(RecordsInTexts.XPATH_LONG, this, path));
  }

  /** The number that a path leads to in this XML; NaN if there is none. */
  public DoubleExpr<S> xpathDouble(String path) {
    return new DoubleExpr<>(Calls.of(RecordsInTexts.XPATH_DOUBLE, this, path));
  }

  /**
   * The entries written here, such as {@code a:1,b:2}. A key that is there twice fails the run; one
   * without a value has NULL.
   *
   * @param between what is between entries, a regular expression
   * @param beforeValue what is between a key and its value, a regular expression
   */
  public MapExpr<S, String, String> toMap(String between, String beforeValue) {
    return new MapExpr<>(Calls.of(Entries.OF_TEXT, this, between, beforeValue));
  }

  /** This text so many times, one after the other. */
  public StrExpr<S> repeat(int times) {
    return new StrExpr<>(Calls.of(Texts.REPEAT, this, times));
  }

  /** Where the other text first occurs in this one, counted from 1; 0 if it does not. */
  public IntExpr<S> position(String text) {
    return new IntExpr<>(Calls.of(Texts.POSITION, this, text));
  }

  /** The number of characters. */
  public IntExpr<S> length() {
    return new IntExpr<>(Calls.of(Texts.LENGTH, this));
  }

  /** Both texts, one after the other. */
  public StrExpr<S> concat(StrExpr<S> other) {
    return new StrExpr<>(Calls.of(Texts.CONCAT, this, other));
  }

  /** This text, then the given one. */
  public StrExpr<S> concat(String text) {
    return new StrExpr<>(Calls.of(Texts.CONCAT, this, text));
  }

  /** Whether the other text occurs in this one. */
  public BoolExpr<S> contains(String text) {
    return new BoolExpr<>(Calls.of(Texts.CONTAINS, this, text));
  }

  /** Whether this begins with the text. */
  public BoolExpr<S> startsWith(String text) {
    return new BoolExpr<>(Calls.of(Texts.STARTS_WITH, this, text));
  }

  /** Whether this ends with the text. */
  public BoolExpr<S> endsWith(String text) {
    return new BoolExpr<>(Calls.of(Texts.ENDS_WITH, this, text));
  }

  /**
   * Whether this matches an SQL pattern, in which {@code %} stands for any text and {@code _} for
   * one character.
   */
  public BoolExpr<S> like(String pattern) {
    return new BoolExpr<>(Calls.of(Texts.LIKE, this, pattern));
  }

  /** Whether a part of this matches a Java regular expression. */
  public BoolExpr<S> matches(String regex) {
    return new BoolExpr<>(Calls.of(Texts.MATCHES, this, regex));
  }

  /** The part from a position on, counted from 1, of at most that length. */
  public StrExpr<S> substring(int position, int length) {
    return new StrExpr<>(Calls.of(Texts.SUBSTRING, this, position, length));
  }

  /** The part from a position to the end, counted from 1. */
  public StrExpr<S> substring(int position) {
    return substring(position, Integer.MAX_VALUE);
  }

  /** With every occurrence of a text replaced. */
  public StrExpr<S> replace(String text, String replacement) {
    return new StrExpr<>(Calls.of(Texts.REPLACE, this, text, replacement));
  }

  /** With every match of a Java regular expression replaced; {@code $1} is the first group. */
  public StrExpr<S> replaceAll(String regex, String replacement) {
    return new StrExpr<>(Calls.of(Texts.REPLACE_ALL, this, regex, replacement));
  }

  /**
   * The group of the first match of a Java regular expression; the empty text if nothing matches.
   */
  public StrExpr<S> extract(String regex, int group) {
    return new StrExpr<>(Calls.of(Texts.EXTRACT, this, regex, group));
  }

  /** The parts between the matches of a Java regular expression. */
  public ListExpr<S, String> split(String regex) {
    return new ListExpr<>(Calls.of(Texts.SPLIT, this, regex));
  }

  /** Filled up at the start to that length; cut off where longer. */
  public StrExpr<S> padStart(int length, String pad) {
    return new StrExpr<>(Calls.of(Texts.PAD_START, this, length, pad));
  }

  /** Filled up at the end to that length; cut off where longer. */
  public StrExpr<S> padEnd(int length, String pad) {
    return new StrExpr<>(Calls.of(Texts.PAD_END, this, length, pad));
  }

  /** NULL where this is the given text, else this. */
  public StrExpr<S> nullIf(String text) {
    return new StrExpr<>(Calls.of(Texts.NULL_IF, this, text));
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
    return new DateExpr<>(Casts.strict(Calls.of(WrittenTimes.DATE, this), Casts.DATE));
  }

  /** This text as a date, written {@code 2024-12-31}; NULL for anything else. */
  public DateExpr<S> tryToDate() {
    return new DateExpr<>(Casts.lenient(Calls.of(WrittenTimes.TRY_DATE, this), Casts.DATE));
  }

  /**
   * This text as a point in time, written {@code 2024-12-31 23:59:59} in the session's time zone
   * unless the text names one; a date alone is its midnight, anything else is an error when the row
   * is computed.
   */
  public TimestampExpr<S> toTimestamp() {
    return new TimestampExpr<>(
        Casts.strict(Calls.of(WrittenTimes.TIMESTAMP, this), Casts.TIMESTAMP));
  }

  /**
   * This text as a point in time, written {@code 2024-12-31 23:59:59} in the session's time zone;
   * NULL for anything else.
   */
  public TimestampExpr<S> tryToTimestamp() {
    return new TimestampExpr<>(
        Casts.lenient(Calls.of(WrittenTimes.TRY_TIMESTAMP, this), Casts.TIMESTAMP));
  }

  /**
   * This text as a point in time in that pattern, in the letters of {@code DateTimeFormatter}, in
   * the session's time zone; anything else is an error when the row is computed.
   */
  public TimestampExpr<S> toTimestamp(String pattern) {
    String checked = DatePattern.ofTimestamps(pattern);
    return new TimestampExpr<>(Calls.of(Times.PARSE, this, checked));
  }

  /**
   * This text as a date and time of no zone, written {@code 2024-12-31 23:59:59}; anything else is
   * an error when the row is computed.
   */
  public DateTimeExpr<S> toDateTime() {
    return new DateTimeExpr<>(
        Casts.strict(Calls.of(WrittenTimes.DATE_TIME, this), Casts.DATE_TIME));
  }

  /**
   * This text as a date and time of no zone, written {@code 2024-12-31 23:59:59}; NULL for anything
   * else.
   */
  public DateTimeExpr<S> tryToDateTime() {
    return new DateTimeExpr<>(
        Casts.lenient(Calls.of(WrittenTimes.TRY_DATE_TIME, this), Casts.DATE_TIME));
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
    return new DateExpr<>(Calls.of(Dates.PARSE, this, checked));
  }

  /**
   * This text as a date in that pattern, in the letters of {@code DateTimeFormatter}; NULL for
   * anything else.
   */
  public DateExpr<S> tryToDate(String pattern) {
    String checked = DatePattern.ofDates(pattern);
    return new DateExpr<>(Casts.strict(Calls.of(Times.TRY_PARSE, this, checked), Casts.DATE));
  }

  /**
   * This text as a point in time in that pattern, in the letters of {@code DateTimeFormatter}, in
   * the session's time zone; NULL for anything else.
   */
  public TimestampExpr<S> tryToTimestamp(String pattern) {
    String checked = DatePattern.ofTimestamps(pattern);
    return new TimestampExpr<>(Calls.of(Times.TRY_PARSE, this, checked));
  }

  /**
   * This text as a date and time of no zone in that pattern, in the letters of {@code
   * DateTimeFormatter}; anything else is an error when the row is computed.
   */
  public DateTimeExpr<S> toDateTime(String pattern) {
    String checked = DatePattern.ofTimestamps(pattern);
    return new DateTimeExpr<>(Calls.of(Clocks.PARSE_DATE_TIME, this, checked));
  }
}
