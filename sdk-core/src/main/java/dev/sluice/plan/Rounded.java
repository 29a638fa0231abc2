package dev.sluice.plan;

import dev.sluice.plan.ColumnType.Decimal;
import java.util.List;
import java.util.Optional;

/**
 * Rounds a decimal to so many places, and so says that the digits behind them are not wanted.
 *
 * @param places digits after the point; negative for tens, hundreds and so on
 */
public record Rounded(int places) implements Decimals {

  @Override
  public Digits of(List<Optional<Decimal>> arguments) {
    return Digits.ofOne(this::rounded).of(arguments);
  }

  private Digits rounded(Decimal number) {
    int scale = Math.max(0, Math.min(number.scale(), places));
    int whole = number.precision() - number.scale() + 1;
    return Digits.bounded(Math.max(whole + scale, 1 - places), scale, scale);
  }
}
