package dev.sluice.plan;

/**
 * A function or operator as data: what it is called, how it is written, and what the plan needs to
 * know of it. Two functions that are equal are the same function.
 *
 * <p>Everything that a call is made of is among its arguments, constants too. What it computes says
 * its name: Spark's function of that name, unless the compiler knows another way for this function.
 *
 * @param name the SQL name of Spark's function or operator; one of our own where Spark has none
 * @param form how a call is written in descriptions and messages
 * @param symbol what stands there for the function
 * @param kind over one row, over a group of rows, or over an ordered window only
 * @param nulls when the result can be NULL
 * @param decimals what becomes of the digits of decimals
 * @param gives what type comes out, where its arguments tell
 * @param distinct whether it is computed of each combination of its arguments once
 * @param deterministic whether it gives the same for the same arguments
 */
public record Fn(
    String name,
    Form form,
    String symbol,
    Kind kind,
    Nulls nulls,
    Decimals decimals,
    Gives gives,
    boolean distinct,
    boolean deterministic) {

  /** What a function is computed over. */
  public enum Kind {
    /** One row. */
    SCALAR,
    /** A group of rows, or a window of them. */
    AGGREGATE,
    /** An ordered window of rows, as {@code row_number} and {@code lag} are. */
    RANKING
  }

  /** How a call is written. */
  public enum Form {
    /** {@code substring(name, 1, 3)}. */
    FUNCTION,
    /** {@code (quantity + 1)}. */
    INFIX,
    /** {@code quantity is null}. */
    POSTFIX
  }

  /** A function over one row that gives NULL if any argument is NULL. */
  public static Fn scalar(String name) {
    return function(name, Kind.SCALAR, Nulls.IF_ANY);
  }

  /** An operator over one row, written between its two operands. */
  public static Fn infix(String name) {
    return scalar(name).shown(Form.INFIX, name);
  }

  /** An aggregate that gives NULL where {@link Nulls#AGGREGATE} says so. */
  public static Fn aggregate(String name) {
    return function(name, Kind.AGGREGATE, Nulls.AGGREGATE);
  }

  /** A function over an ordered window that never gives NULL. */
  public static Fn ranking(String name) {
    return function(name, Kind.RANKING, Nulls.NEVER);
  }

  private static Fn function(String name, Kind kind, Nulls nulls) {
    return new Fn(name, Form.FUNCTION, name, kind, nulls, Decimals.NONE, Gives.UNKNOWN, false,
        true);
  }

  /** Whether it is computed of a group of rows. */
  public boolean isAggregate() {
    return kind == Kind.AGGREGATE;
  }

  /** The same function, written in this form. */
  public Fn shown(Form as, String by) {
    return new Fn(name, as, by, kind, nulls, decimals, gives, distinct, deterministic);
  }

  /** The same function, written under another name. */
  public Fn shown(String by) {
    return shown(form, by);
  }

  /** The same function with this rule of NULL. */
  public Fn nulls(Nulls rule) {
    return new Fn(name, form, symbol, kind, rule, decimals, gives, distinct, deterministic);
  }

  /** The same function, which gives a decimal of these digits where its arguments are decimals. */
  public Fn decimals(Decimals rule) {
    return new Fn(name, form, symbol, kind, nulls, rule, gives, distinct, deterministic);
  }

  /** The same function, which gives this type. */
  public Fn gives(Gives rule) {
    return new Fn(name, form, symbol, kind, nulls, decimals, rule, distinct, deterministic);
  }

  /** The same function of distinct arguments. */
  public Fn ofDistinct() {
    return new Fn(name, form, symbol, kind, nulls, decimals, gives, true, deterministic);
  }

  /** The same function, known to give another value at each call. */
  public Fn nonDeterministic() {
    return new Fn(name, form, symbol, kind, nulls, decimals, gives, distinct, false);
  }
}
