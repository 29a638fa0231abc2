package dev.sluice.quality;

import dev.sluice.annotation.Internal;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.SortOrder;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.CleanStep;
import dev.sluice.plan.CleanStep.Fix;
import dev.sluice.plan.CleanStep.Severity;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.RejectLimit;
import dev.sluice.plan.SortKey;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a clean stage does to rows of {@code T}: fixes, rules and removal of duplicates, in the
 * order written. Immutable: each method gives a new one.
 *
 * <pre>{@code
 * orders.clean("valid orders", c -> c
 *     .dedupe(Order::orderId)
 *     .fill(Order::discount).with(0.0)
 *     .require("has a quantity", col(Order::quantity).isNotNull())
 *     .require("positive quantity", col(Order::quantity).gt(0)))
 * }</pre>
 *
 * <p>A rule sees the row as the fixes before it left it. A row that breaks a rule goes on through
 * the further fixes and rules, so that it is rejected once, with all its reasons; a removal of
 * duplicates sees only rows that have broken no rule before it. A rejected row shows its values as
 * they came into the stage, before any fix.
 *
 * <p>A NULL in a component of primitive type is a reason of its own, looked at before everything
 * else, in the first clean stage after a source, a transformation or a query: there alone such a
 * NULL can come in.
 *
 * @param <T> the rows
 */
public final class CleanRules<T> {

  private final List<CleanStep> steps;
  private final RejectLimit limit;

  private CleanRules(List<CleanStep> steps, RejectLimit limit) {
    this.steps = steps;
    this.limit = limit;
  }

  /** Rules that let every row through. */
  public static <T> CleanRules<T> none() {
    return new CleanRules<>(List.of(), RejectLimit.NONE);
  }

  /** The steps, in order. */
  @Internal
  public List<CleanStep> steps() {
    return steps;
  }

  /** How many rows may be rejected. */
  @Internal
  public RejectLimit limit() {
    return limit;
  }

  /**
   * Rejects rows for which the condition is not true. A row for which it is NULL is rejected too.
   *
   * @param name the rule's name, unique in its stage: the reason that a rejected row carries
   */
  public CleanRules<T> require(String name, BoolExpr<T> condition) {
    return rule(name, condition, Severity.REJECT, false);
  }

  /** Rejects rows for which the condition is false; a row for which it is NULL keeps the rule. */
  public CleanRules<T> requireUnlessNull(String name, BoolExpr<T> condition) {
    return rule(name, condition, Severity.REJECT, true);
  }

  /** Counts rows for which the condition is not true, or NULL, and lets them through. */
  public CleanRules<T> warn(String name, BoolExpr<T> condition) {
    return rule(name, condition, Severity.WARN, false);
  }

  /** Counts rows for which the condition is false, and lets them through; NULL keeps the rule. */
  public CleanRules<T> warnUnlessNull(String name, BoolExpr<T> condition) {
    return rule(name, condition, Severity.WARN, true);
  }

  /** Replaces NULLs of a column: {@code fill(Order::discount).with(0.0)}. */
  public <V> Fill<V> fill(Fields.Typed<T, V> accessor) {
    return new Fill<>(accessor);
  }

  /** Sets a column: {@code set(Order::city).to(col(Order::city).lower())}. */
  public <V> Assign<V> set(Fields.Typed<T, V> accessor) {
    return new Assign<>(accessor);
  }

  /** Removes spaces at both ends of these texts. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final CleanRules<T> trim(Fields.Text<T>... accessors) {
    List<CleanStep> trims =
        Arrays.stream(accessors)
            .map(accessor -> fix(Fix.Kind.TRIM, accessor, FieldReader.text(accessor).trim().node()))
            .toList();
    return plus(trims);
  }

  /**
   * Keeps one row for each key, whichever; the others are counted as dropped. Where it matters
   * which one, use {@link #keepFirst}.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final CleanRules<T> dedupe(Fields.Named<T>... keys) {
    return deduped(List.of(), keys);
  }

  /**
   * Keeps the first row by an order for each key: {@code
   * keepFirst(desc(Order::orderDate)).per(Order::orderId)}.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final KeepFirst keepFirst(SortOrder<T>... orders) {
    return new KeepFirst(Arrays.stream(orders).map(SortOrder::key).toList());
  }

  /** Fails the run if more than this many rows are rejected. */
  public CleanRules<T> rejectAtMost(long rows) {
    return new CleanRules<>(steps, new RejectLimit(OptionalLong.of(rows), limit.share()));
  }

  /**
   * Fails the run if more than this share of the rows is rejected.
   *
   * @param share from 0 to 1
   */
  public CleanRules<T> rejectAtMostShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "a share of rejected rows lies between 0 and 1, not " + share);
    }
    return new CleanRules<>(steps, new RejectLimit(limit.rows(), OptionalDouble.of(share)));
  }

  private CleanRules<T> rule(
      String name, BoolExpr<T> condition, Severity severity, boolean onNull) {
    return plus(
        List.of(new CleanStep.Rule(name, condition.node(), severity, onNull, CallSite.here())));
  }

  private CleanRules<T> deduped(List<SortKey> order, Fields.Named<T>[] keys) {
    List<ExprNode> nodes = FieldReader.fields(keys);
    String name = "duplicate " + String.join(", ", nodes.stream().map(ExprText::of).toList());
    return plus(List.of(new CleanStep.Dedupe(name, nodes, order, CallSite.here())));
  }

  private CleanRules<T> plus(List<CleanStep> more) {
    return new CleanRules<>(Stream.concat(steps.stream(), more.stream()).toList(), limit);
  }

  private static CleanStep fix(Fix.Kind kind, Serializable accessor, ExprNode value) {
    return new Fix(kind, FieldReader.field(accessor), value, CallSite.here());
  }

  /** The step after {@code fill}. */
  public final class Fill<V> {
    private final Fields.Typed<T, V> accessor;

    private Fill(Fields.Typed<T, V> accessor) {
      this.accessor = accessor;
    }

    /** Replaces NULL by this value. */
    public CleanRules<T> with(V value) {
      return filled(
          value == null
              ? new ExprNode.Invalid(
                  "fill(…).with(null) would fill nothing: give the value that replaces NULL",
                  CallSite.here())
              : new ExprNode.Literal(value));
    }

    /** Replaces NULL by this expression. */
    public CleanRules<T> with(Expr<T, V> value) {
      return filled(value.node());
    }

    private CleanRules<T> filled(ExprNode value) {
      return plus(List.of(fix(Fix.Kind.FILL, accessor, FieldReader.filled(accessor, value))));
    }
  }

  /** The step after {@code set}. */
  public final class Assign<V> {
    private final Fields.Typed<T, V> accessor;

    private Assign(Fields.Typed<T, V> accessor) {
      this.accessor = accessor;
    }

    /** Sets the column to this. */
    public CleanRules<T> to(Expr<T, V> value) {
      return plus(List.of(fix(Fix.Kind.SET, accessor, value.node())));
    }
  }

  /** The step after {@code keepFirst}. */
  public final class KeepFirst {
    private final List<SortKey> orders;

    private KeepFirst(List<SortKey> orders) {
      this.orders = orders;
    }

    /**
     * Keeps the first row for each combination of these columns; the others are counted as dropped.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public final CleanRules<T> per(Fields.Named<T>... keys) {
      return deduped(orders, keys);
    }
  }
}
