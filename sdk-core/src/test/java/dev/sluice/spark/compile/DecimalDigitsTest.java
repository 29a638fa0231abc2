package dev.sluice.spark.compile;

import static dev.sluice.Dsl.coalesce;
import static dev.sluice.Dsl.greatest;
import static dev.sluice.Dsl.value;
import static dev.sluice.Dsl.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.expr.DecimalExpr;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.LongExpr;
import dev.sluice.plan.DecimalTypes;
import dev.sluice.record.ColumnType.Decimal;
import dev.sluice.record.RecordType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DecimalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The digits that the plan works out are those of Spark, for decimals of all sizes. */
class DecimalDigitsTest {

  private static final int PAIRS = 200;

  private static Stream<Arguments> operations() {
    return Stream.of(
        operation("plus", DecimalExpr::plus),
        operation("minus", DecimalExpr::minus),
        operation("times", DecimalExpr::times),
        operation("dividedBy", DecimalExpr::dividedBy),
        operation("tryDividedBy", DecimalExpr::tryDividedBy),
        operation("mod", DecimalExpr::mod),
        operation("orElse", DecimalExpr::orElse),
        operation("coalesce", (a, b) -> coalesce(a, b)),
        operation("greatest", (a, b) -> greatest(a, b)),
        operation("case", (a, b) -> when(a.isNull()).then(a).otherwise(b)),
        operation("round", (a, b) -> a.round(3)),
        operation("round to hundreds", (a, b) -> a.round(-2)),
        operation("abs", (a, b) -> a.negate().abs()));
  }

  private static Arguments operation(String name, BinaryOperator<DecimalExpr<Object>> operation) {
    return Arguments.of(name, operation);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void areThoseOfSpark(String name, BinaryOperator<DecimalExpr<Object>> operation) {
    Random random = new Random(name.hashCode());
    assertDigitsAreThoseOfSpark(
        Stream.generate(() -> operation.apply(decimal(random), decimal(random)))
            .limit(PAIRS)
            .toList());
  }

  @Test
  void withCallsThatGiveWholeNumbersAreThoseOfSpark() {
    Random random = new Random(1);
    IntExpr<Object> length = value("text").length();
    List<IntExpr<Object>> ints =
        List.of(length, length.plus(length), length.orElse(3), length.abs(), length.mod(7));
    List<LongExpr<Object>> longs =
        List.of(
            length.toLong(), length.toLong().plus(length), length.times(2L),
            length.toDouble().floor());
    List<DecimalExpr<Object>> results = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      DecimalExpr<Object> decimal = decimal(random);
      ints.forEach(
          whole -> results.addAll(
              List.of(
                  decimal.plus(whole), decimal.minus(whole), decimal.times(whole),
                  decimal.mod(whole))));
      longs.forEach(
          whole -> results.addAll(
              List.of(
                  decimal.plus(whole), decimal.minus(whole), decimal.times(whole),
                  decimal.mod(whole))));
    }
    assertDigitsAreThoseOfSpark(results);
  }

  private static void assertDigitsAreThoseOfSpark(List<DecimalExpr<Object>> results) {
    DecimalTypes types = new DecimalTypes(List.of());
    ExprCompiler compiler = ExprCompiler.over(RecordType.of(TypicalRow.class));
    Column[] columns =
        results.stream().map(result -> compiler.column(result.node())).toArray(Column[]::new);

    assertThat(results.stream().map(result -> types.of(result.node()).orElseThrow()).toList())
        .isEqualTo(
            Stream.of(TestSpark.session().range(1).select(columns).schema().fields())
                .map(field -> (DecimalType) field.dataType())
                .map(type -> new Decimal(type.precision(), type.scale()))
                .toList());
  }

  private static DecimalExpr<Object> decimal(Random random) {
    int precision = 1 + random.nextInt(38);
    return value(BigDecimal.ONE).toDecimal(precision, random.nextInt(precision + 1));
  }
}
