package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.expr.DecimalExpr;
import dev.sluice.expr.Projection;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a floating point number becomes, and that none becomes NULL in silence. */
@SparkTest
class NumberConversionsTest {

  record Measure(Double wide, Float narrow) {}

  record Price(@Precision(value = 10, scale = 2) BigDecimal amount) {}

  record Whole(Long amount) {}

  record Small(Integer amount) {}

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsAnError(double value, SparkKit kit) {
    Stage<Measure> measures = kit.rows(Measure.class, new Measure(value, (float) value));

    String isNoDecimal = value + " cannot be a decimal";
    assertFails(kit, measures.select(price(col(Measure::wide).toDecimal(10, 2))), isNoDecimal);
    assertFails(kit, measures.select(price(col(Measure::narrow).toDecimal(10, 2))), isNoDecimal);
    String overflow = "CAST_OVERFLOW";
    assertFails(kit, measures.select(row(Whole::new).of(col(Measure::wide).toLong())), overflow);
    assertFails(kit, measures.select(row(Small::new).of(col(Measure::wide).toInt())), overflow);
    assertFails(kit, measures.select(row(Whole::new).of(col(Measure::narrow).toLong())), overflow);
  }

  @Test
  void numbersAreRoundedAndNullStaysNull(SparkKit kit) {
    Stage<Measure> measures =
        kit.rows(Measure.class, List.of(new Measure(1.125, 0.5f), new Measure(null, null)));

    assertThat(measures.select(price(col(Measure::wide).toDecimal(10, 2))))
        .hasRows(new Price(new BigDecimal("1.13")), new Price(null));
    assertThat(measures.select(price(col(Measure::narrow).toDecimal(10, 2))))
        .hasRows(new Price(new BigDecimal("0.50")), new Price(null));
  }

  private static Projection<Measure, Price> price(DecimalExpr<Measure> amount) {
    return row(Price::new).of(amount);
  }

  private static void assertFails(SparkKit kit, Stage<?> stage, String words) {
    assertThatThrownBy(() -> stage.collect(kit.spark())).hasMessageContaining(words);
  }
}
