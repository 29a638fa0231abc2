package dev.sluice.stages;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.lit;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.expr.Expr;
import dev.sluice.io.memory.InMemory;
import dev.sluice.run.RunFailedException;
import dev.sluice.testkit.SluiceAssertions;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A row that cannot be computed fails with the stage and the line of the very expression. */
@SparkTest
@Tag("smoke")
class FailureLocationTest {

  record Amount(int id, int zero, int large, String text, double share) {}

  record Result(int id, double value) {}

  record Maybe(int id, Double value) {}

  record Number(Integer value) {}

  record Total(Long value, Double share) {}

  private SparkKit kit;
  private int line;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  private Stage<Amount> amounts() {
    return kit.rows(
        Amount.class,
        new Amount(1, 0, Integer.MAX_VALUE, "abc", 1),
        new Amount(2, 0, Integer.MAX_VALUE, "abc", 1));
  }

  /** Remembers the line on which the expression was written. */
  private <E extends Expr<?, ?>> E here(E expr) {
    line = new Throwable().getStackTrace()[1].getLineNumber();
    return expr;
  }

  private <T extends Record> void assertLocated(Stage<T> stage, Class<T> type, String reason) {
    Stage<T> named = stage.named("the stage");
    Throwable collected = catchThrowable(() -> named.collect(kit.spark()));
    assertThat(collected)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("'the stage' (FailureLocationTest.java:" + line + ")")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("== DataFrame ==");
    assertThat(catchThrowable(() -> SluiceAssertions.assertThat(named).isEmpty()))
        .hasMessage(collected.getMessage());
    named.sink("rows", InMemory.sink(type));
    RunFailedException failed =
        catchThrowableOfType(RunFailedException.class, () -> kit.pipeline().run(kit.spark()));
    assertThat(failed)
        .hasMessageContaining("'the stage' (FailureLocationTest.java:" + line + ")")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("== DataFrame ==");
  }

  @Test
  void divisionByZeroInASelection() {
    assertLocated(
        amounts()
            .select(
                row(Result::new).of(col(Amount::id), here(lit(1.0).dividedBy(col(Amount::zero))))),
        Result.class,
        "DIVIDE_BY_ZERO");
  }

  @Test
  void overflowInTheMiddleOfAnExpression() {
    assertLocated(
        amounts()
            .select(row(Number::new)
                .of(col(Amount::zero).plus(here(col(Amount::large).plus(1))).minus(3))),
        Number.class,
        "ARITHMETIC_OVERFLOW");
  }

  @Test
  void textThatIsNoNumber() {
    assertLocated(
        amounts().select(row(Number::new).of(here(col(Amount::text).toInt()))),
        Number.class,
        "CAST_INVALID_INPUT");
  }

  @Test
  void divisionByZeroInAFilter() {
    assertLocated(
        amounts().filter(here(col(Amount::share).dividedBy(col(Amount::zero))).gt(1.0)),
        Amount.class,
        "DIVIDE_BY_ZERO");
  }

  @Test
  void overflowInAJoinCondition() {
    Stage<Amount> amounts = amounts();
    assertLocated(
        amounts
            .join(amounts)
            .where((a, b) -> here(a.col(Amount::large).plus(b.col(Amount::id))).gt(0))
            .select((a, b) -> row(Number::new).of(a.col(Amount::id))),
        Number.class,
        "ARITHMETIC_OVERFLOW");
  }

  @Test
  void textThatIsNoNumberAsTheKeyOfASort() {
    assertLocated(
        amounts().sort(asc(here(col(Amount::text).toInt()))), Amount.class, "CAST_INVALID_INPUT");
  }

  @Test
  void textThatIsNoNumberAsTheKeyOfAJoin() {
    Stage<Amount> amounts = amounts();
    assertLocated(
        amounts
            .join(amounts)
            .on(here(col(Amount::text).toInt())).equalTo(col(Amount::id))
            .select((a, b) -> row(Number::new).of(a.col(Amount::id))),
        Number.class,
        "CAST_INVALID_INPUT");
  }

  @Test
  void textThatIsNoNumberAsTheOrderOfADedupe() {
    assertLocated(
        amounts().keepFirst(asc(here(col(Amount::text).toInt()))).per(Amount::zero),
        Amount.class,
        "CAST_INVALID_INPUT");
  }

  @Test
  void textThatIsNoNumberAsTheOrderOfAWindow() {
    var order = asc(here(col(Amount::text).toInt()));
    assertLocated(
        amounts()
            .select(row(Maybe::new).of(
                col(Amount::id),
                over(partitionBy(Amount::zero).orderBy(order), sum(Amount::share)))),
        Maybe.class,
        "CAST_INVALID_INPUT");
  }

  @Test
  void divisionBetweenAggregates() {
    assertLocated(
        amounts()
            .groupBy(Amount::text)
            .aggregate(row(Total::new)
                .of(sum(Amount::id), here(sum(Amount::id).dividedBy(sum(Amount::zero))))),
        Total.class,
        "DIVIDE_BY_ZERO");
  }

  @Test
  void overflowInTheArgumentOfAnAggregate() {
    assertLocated(
        amounts()
            .aggregate(
                row(Total::new).of(sum(here(col(Amount::large).times(2))), sum(Amount::share))),
        Total.class,
        "ARITHMETIC_OVERFLOW");
  }

  @Test
  void divisionByAWindow() {
    var all = over(partitionBy(Amount::text), sum(Amount::zero));
    var share = here(col(Amount::share).dividedBy(all));
    assertLocated(
        amounts().select(row(Maybe::new).of(col(Amount::id), share)),
        Maybe.class,
        "DIVIDE_BY_ZERO");
  }

  @Test
  void overflowInAFixOfACleanStage() {
    assertLocated(
        amounts().clean("fixed", c -> c.set(Amount::large).to(here(col(Amount::large).plus(1)))),
        Amount.class,
        "ARITHMETIC_OVERFLOW");
  }

  @Test
  void textThatIsNoNumberInARule() {
    assertLocated(
        amounts()
            .clean("checked", c -> c.require("positive", here(col(Amount::text).toInt()).gt(0))),
        Amount.class,
        "CAST_INVALID_INPUT");
  }
}
