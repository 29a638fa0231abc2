package dev.sluice.spark.compile;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.dec;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.lag;
import static dev.sluice.Dsl.lit;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.udf;
import static dev.sluice.Dsl.value;
import static dev.sluice.Dsl.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.expr.BoolExpr;
import dev.sluice.plan.ExprText;
import dev.sluice.spark.compile.ExpressionCases.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text of an expression shows all that it is made of. */
class ExpressionTextsTest {

  @Test
  void aChangedConstantOfAnyMethodChangesTheText() {
    List<String> unchanged = new ArrayList<>();
    int changed = 0;
    for (Call call : ExpressionCases.all()) {
      for (var other : call.changed().entrySet()) {
        if (other.getValue().toString().equals(call.result().toString())) {
          unchanged
              .add("%s of %s is still %s".formatted(other.getKey(), call.name(), call.result()));
        }
        changed++;
      }
    }
    assertThat(unchanged).isEmpty();
    assertThat(changed).as("constants that were changed").isGreaterThan(300);
  }

  @Test
  void numbersOfTwoKindsMixWhereNothingIsLost() {
    assertThat(col(TypicalRow::decimal).times(100).plus(1)).hasToString("((decimal * 100) + 1)");
    assertThat(col(TypicalRow::decimal).dividedBy(col(TypicalRow::anInt)))
        .hasToString("(decimal / anInt)");
    assertThat(col(TypicalRow::decimal).dividedBy(dec("7.0"))).hasToString("(decimal / 7.0)");
    assertThat(col(TypicalRow::anInt).times(dec("1.5"))).hasToString("(anInt * 1.5)");
    assertThat(sum(TypicalRow::decimal).dividedBy(count())).hasToString("(sum(decimal) / count())");
    assertThat(col(TypicalRow::decimal).in(dec("0.05"), dec("0.07")))
        .hasToString("in(decimal, 0.05, 0.07)");
    assertThat(col(TypicalRow::aDouble).in(0.05, 0.07)).hasToString("in(aDouble, 0.05, 0.07)");
    assertThat(
        col(TypicalRow::decimal)
            .between(col(TypicalRow::anInt), col(TypicalRow::otherDecimal)))
        .hasToString("between(decimal, anInt, otherDecimal)");
    assertThat(
        col(TypicalRow::date).between(col(TypicalRow::otherDate), col(TypicalRow::otherDate)))
        .hasToString("between(date, otherDate, otherDate)");
  }

  @Test
  void anIntStandsBesideWhatHoldsEveryInt() {
    BoolExpr<TypicalRow> condition = col(TypicalRow::aBoolean);

    assertThat(when(condition).then(col(TypicalRow::aLong)).otherwise(0))
        .hasToString("case(aBoolean, aLong, 0)");
    assertThat(when(condition).then(col(TypicalRow::decimal)).when(condition).then(1).otherwise(0))
        .hasToString("case(aBoolean, decimal, aBoolean, 1, 0)");
    assertThat(when(condition).then(2.5).otherwise(0)).hasToString("case(aBoolean, 2.5, 0.0)");
  }

  @Test
  void constantsAreWrittenAsInSql() {
    assertThat(col(TypicalRow::text).eq("it's")).hasToString("(text = 'it''s')");
    assertThat(col(TypicalRow::decimal).gt(new BigDecimal("1E+3"))).hasToString("(decimal > 1000)");
    assertThat(col(TypicalRow::binary).eq(new byte[]{1, -1})).hasToString("(binary = X'01ff')");
    assertThat(col(TypicalRow::date).plusDays(30)).hasToString("date_add(date, 30)");
    assertThat(col(TypicalRow::date).eq(LocalDate.EPOCH)).hasToString("(date = '1970-01-01')");
    assertThat(col(TypicalRow::timestamp).plus(Duration.ofHours(1)))
        .hasToString("(timestamp + 'PT1H')");
    assertThat(col(TypicalRow::items).orElse(List.of("a", "b")))
        .hasToString("coalesce(items, ['a', 'b'])");
  }

  @Test
  void functionsShowTheirConstants() {
    assertThat(col(TypicalRow::text).substring(1, 3)).hasToString("substring(text, 1, 3)");
    assertThat(col(TypicalRow::decimal).round(2)).hasToString("round(decimal, 2)");
    assertThat(when(col(TypicalRow::anInt).between(1, 5)).then("few").otherwise("many"))
        .hasToString("case(between(anInt, 1, 5), 'few', 'many')");
  }

  @Test
  void conversionsShowTheirType() {
    assertThat(col(TypicalRow::anInt).toDecimal(12, 2))
        .hasToString("cast(anInt as DECIMAL(12, 2))");
    assertThat(col(TypicalRow::text).tryToInt()).hasToString("try_cast(text as INT)");
  }

  @Test
  void windowsShowTheirOrderAndFrame() {
    assertThat(
        over(
            partitionBy(TypicalRow::text)
                .orderBy(desc(TypicalRow::date), asc(TypicalRow::k).nullsLast())
                .rowsBetween(-2, 0),
            sum(TypicalRow::anInt)))
        .hasToString(
            "sum(anInt) over (partition by text order by date descending, k nulls last"
                + " rows between 2 preceding and current row)");
    assertThat(
        over(
            partitionBy(TypicalRow::text)
                .orderBy(asc(TypicalRow::k))
                .rangeBetween(Long.MIN_VALUE, 3),
            sum(TypicalRow::anInt)))
        .hasToString(
            "sum(anInt) over (partition by text order by k"
                + " range between unbounded preceding and 3 following)");
    assertThat(over(partitionBy(TypicalRow::text), rowNumber()))
        .hasToString("row_number() over (partition by text)");
    assertThat(
        over(partitionBy(TypicalRow::text).orderBy(asc(TypicalRow::k)),
            lag(col(TypicalRow::anInt), 7)))
        .hasToString("lag(anInt, 7) over (partition by text order by k)");
  }

  @Test
  void usersFunctionsShowTheirName() {
    assertThat(
        udf("tier", String.class, String.class, s -> s).call(col(TypicalRow::text)))
        .hasToString("tier(text)");
  }

  @Test
  void aDeepExpressionIsWrittenWhole() {
    BoolExpr<TypicalRow> condition = value(true);
    for (int i = 0; i < 10_000; i++) {
      condition = condition.and(col(TypicalRow::anInt).ne(i));
    }
    assertThat(condition.toString()).contains("(anInt <> 0)", "(anInt <> 9999)");
    assertThat(ExprText.brief(condition.node())).contains("…").doesNotContain("(anInt <> 0)");
  }

  @Test
  void literalsThatStandFirstAreWrittenInPlace() {
    assertThat(lit(1.0).minus(col(TypicalRow::aDouble))).hasToString("(1.0 - aDouble)");
  }
}
