package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatPlan;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.io.file.Files;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decimals against numbers written in Java: exact, or refused. */
@SparkTest
class DecimalComparisonTest {

  record Discount(@Precision(value = 15, scale = 2) BigDecimal rate) {}

  private Stage<Discount> discounts;
  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    discounts =
        kit.rows(
            Discount.class, rate("0.04"), rate("0.05"), rate("0.06"), rate("0.07"), rate("0.08"));
  }

  private static Discount rate(String rate) {
    return new Discount(new BigDecimal(rate));
  }

  @Test
  void betweenTwoDecimalsIsExact() {
    assertThat(
        discounts.filter(
            col(Discount::rate).between(new BigDecimal("0.05"), new BigDecimal("0.07"))))
        .hasRows(rate("0.05"), rate("0.06"), rate("0.07"));
  }

  @Test
  void aDoubleIsTheDecimalThatWasWritten() {
    assertThat(discounts.filter(col(Discount::rate).between(0.05, 0.07)))
        .hasRows(rate("0.05"), rate("0.06"), rate("0.07"));
    assertThat(discounts.filter(col(Discount::rate).ge(0.07))).hasRows(rate("0.07"), rate("0.08"));
    assertThat(discounts.filter(col(Discount::rate).eq(0.07))).hasRows(rate("0.07"));
  }

  @Test
  void aComputedDoubleIsRefused() {
    assertThatThrownBy(() -> col(Discount::rate).between(0.06 - 0.01, 0.06 + 0.01))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.049999999999999996")
        .hasMessageContaining("new BigDecimal(");
    assertThatThrownBy(() -> col(Discount::rate).lt(0.1 + 0.2))
        .hasMessageContaining("0.30000000000000004");
    assertThatThrownBy(() -> col(Discount::rate).gt(Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void theComparisonIsPushedIntoTheFiles() {
    Files.parquet(Discount.class, kit.path("rates"))
        .overwrite()
        .write(discounts.toDataset(kit.spark()));
    Stage<Discount> stored = kit.source(Files.parquet(Discount.class, kit.path("rates")));

    BoolExpr<Discount> condition = col(Discount::rate).between(0.05, 0.07);

    assertThatPlan(stored.filter(condition))
        .scanOf(stored)
        .pushesDown(col(Discount::rate).ge(0.05));
  }
}
