package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.lit;

import dev.sluice.expr.DecimalExpr;
import java.math.BigDecimal;

/** What several queries compute of prices. */
final class Money {

  private Money() {}

  /** A price less its discount. */
  static <S> DecimalExpr<S> discounted(DecimalExpr<S> price, DecimalExpr<S> discount) {
    return price.times(lit(BigDecimal.ONE).minus(discount));
  }
}
