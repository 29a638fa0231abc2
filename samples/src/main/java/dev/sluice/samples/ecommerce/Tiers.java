package dev.sluice.samples.ecommerce;

import static dev.sluice.Dsl.udf;
import static dev.sluice.Dsl.when;

import dev.sluice.expr.DoubleExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.expr.Udf;

/**
 * The tier of a customer, from what was spent in all: as a function of your own, and as an
 * expression.
 */
public final class Tiers {

  private static final double VIP = 10_000;
  private static final double GOLD = 5_000;
  private static final double SILVER = 1_000;

  /** The tier as a user-defined function, which Spark calls for each row. */
  public static final Udf<Double, String> TIER = udf("tier", Double.class, String.class, Tiers::of);

  private Tiers() {}

  /**
   * The tier of one customer, in plain Java.
   *
   * @param spent the customer's total
   * @return VIP, Gold, Silver or Bronze
   */
  public static String of(double spent) {
    if (spent >= VIP) {
      return "VIP";
    }
    if (spent >= GOLD) {
      return "Gold";
    }
    return spent >= SILVER ? "Silver" : "Bronze";
  }

  /**
   * The same as an expression, which Spark can look into.
   *
   * @param spent the customer's total
   * @param <S> the scope
   * @return VIP, Gold, Silver or Bronze
   */
  public static <S> StrExpr<S> expression(DoubleExpr<S> spent) {
    return when(spent.ge(VIP)).then("VIP")
        .when(spent.ge(GOLD)).then("Gold")
        .when(spent.ge(SILVER)).then("Silver")
        .otherwise("Bronze");
  }
}
