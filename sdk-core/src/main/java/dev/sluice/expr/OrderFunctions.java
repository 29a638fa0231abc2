package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.SortKey;

/** Sort orders by method reference or expression. Part of {@code Dsl}. */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class OrderFunctions extends LiteralFunctions {

  OrderFunctions() {}

  /** Smallest first, NULLs before them. */
  public static <T> SortOrder<T> asc(Fields.Named<T> accessor) {
    return order(FieldReader.field(accessor), false);
  }

  /** Smallest first, NULLs before them. */
  public static <T> SortOrder<T> asc(Sortable<T> value) {
    return order(value.node(), false);
  }

  /** Largest first, NULLs after them. */
  public static <T> SortOrder<T> desc(Fields.Named<T> accessor) {
    return order(FieldReader.field(accessor), true);
  }

  /** Largest first, NULLs after them. */
  public static <T> SortOrder<T> desc(Sortable<T> value) {
    return order(value.node(), true);
  }

  private static <T> SortOrder<T> order(ExprNode expr, boolean descending) {
    return new SortOrder<>(new SortKey(expr, descending, !descending));
  }
}
