package dev.sluice.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One step of a clean stage. */
public sealed interface CleanStep {

  /** Where it was written. */
  CallSite site();

  /** What it does, as descriptions have it. */
  String text();

  /** Its expressions, each with its place. */
  Stream<Placed> expressions();

  /** What is certain of each row that it lets through. */
  Optional<Change> change();

  /** Whether it only looks at each row once. */
  boolean isLight();

  /** Sets a column. */
  record Fix(Kind kind, ExprNode target, ExprNode value, CallSite site) implements CleanStep {

    /** What setting it is for. */
    public enum Kind {
      /** To put a value where there is none. */
      FILL,
      /** To take spaces from the ends of a text. */
      TRIM,
      /** Anything else. */
      SET
    }

    /** What it does, in words: {@code fill discount}. */
    public String what() {
      return kind.name().toLowerCase(Locale.ROOT) + " " + ExprText.of(target);
    }

    @Override
    public String text() {
      return what() + " = " + ExprText.of(value);
    }

    @Override
    public Stream<Placed> expressions() {
      return Stream.of(Place.TARGET.of(target), Place.FIX.of(value));
    }

    @Override
    public Optional<Change> change() {
      return target instanceof ExprNode.Field field
          ? Optional.of(new Change.Sets(field.accessor(), value))
          : Optional.empty();
    }

    @Override
    public boolean isLight() {
      return true;
    }
  }

  /**
   * A named rule that rows must keep.
   *
   * @param severity what happens to a row that breaks it
   * @param onNull whether a row for which the condition is NULL keeps the rule
   */
  record Rule(String name, ExprNode condition, Severity severity, boolean onNull, CallSite site)
      implements CleanStep {
    @Override
    public String text() {
      return (severity == Severity.WARN ? "warn " : "require ")
          + "%s: %s%s".formatted(name, ExprText.of(condition), onNull ? " or NULL" : "");
    }

    @Override
    public Stream<Placed> expressions() {
      return Stream.of(Place.RULE.of(condition));
    }

    @Override
    public Optional<Change> change() {
      return severity == Severity.REJECT && !onNull
          ? Optional.of(new Change.Holds(condition))
          : Optional.empty();
    }

    @Override
    public boolean isLight() {
      return true;
    }
  }

  /** Keeps one row for each key; the others are counted as dropped under this name. */
  record Dedupe(String name, List<ExprNode> keys, List<SortKey> keepFirstBy, CallSite site)
      implements CleanStep {
    public Dedupe {
      keys = List.copyOf(keys);
      keepFirstBy = List.copyOf(keepFirstBy);
    }

    @Override
    public String text() {
      return "no "
          + name
          + (keepFirstBy.isEmpty()
              ? ""
              : ", first by " + SortKey.text(keepFirstBy));
    }

    @Override
    public Stream<Placed> expressions() {
      return Stream.concat(Place.KEY.of(keys), Place.orders(keepFirstBy));
    }

    @Override
    public Optional<Change> change() {
      return Optional.empty();
    }

    @Override
    public boolean isLight() {
      return false;
    }
  }

  /** What happens to a row that breaks a rule. */
  enum Severity {
    /** It is rejected. */
    REJECT,
    /** It is kept and counted. */
    WARN
  }
}
