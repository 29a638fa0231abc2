package dev.sluice;

import static dev.sluice.Dsl.*;
import static dev.sluice.Shop.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.expr.DecimalExpr;
import dev.sluice.expr.Group;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.Precision;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No digit after the point of a decimal is dropped where nobody wrote that it may be. */
class DecimalProblemsTest {
  private static final MarkedLines LINES = MarkedLines.of(DecimalProblemsTest.class);

  record Item(
      @Precision(value = 10, scale = 2) BigDecimal price,
      @Precision(value = 10, scale = 2) BigDecimal rate,
      int quantity,
      BigDecimal plain,
      List<@Precision(value = 20, scale = 4) BigDecimal> parts) {}

  record Money(@Precision(value = 12, scale = 2) BigDecimal amount) {}

  record Moneys(List<@Precision(value = 12, scale = 2) BigDecimal> amounts) {}

  record Receipt(Money money) {}

  record Plain(BigDecimal value) {}

  private static Stage<Item> items() {
    return Pipeline.named("items").source("items", InMemory.rows(Item.class, List.of()));
  }

  private static List<String> stored(DecimalExpr<Item> value) {
    return problems(items().select(row(Money::new).of(value)));
  }

  private static List<String> summed(DecimalExpr<Group<Item>> value) {
    return problems(items().aggregate(row(Money::new).of(value)));
  }

  private static List<String> plain(DecimalExpr<Item> value) {
    return problems(items().select(row(Plain::new).of(value)));
  }

  @Test
  void aComponentWithFewerDigitsThanItsValueIsAProblem() {
    var amount = col(Item::price).times(col(Item::rate)); // @product

    assertThat(stored(amount))
        .containsExactly(
            "stage 'select Money' (%s): (price * rate) has 4 digits after the point, and 'amount' keeps 2: round it with round(2), or declare the component with a larger @Precision"
                .formatted(LINES.at("product")));
  }

  @Test
  void soAreQuotientsMeansAndConstants() {
    assertThat(stored(col(Item::price).dividedBy(col(Item::rate)))).hasSize(1);
    assertThat(stored(col(Item::price).tryDividedBy(col(Item::rate)))).hasSize(1);
    assertThat(summed(avg(Item::price))).hasSize(1);
    assertThat(summed(sum(col(Item::price).times(col(Item::rate))))).hasSize(1);
    assertThat(stored(value(new BigDecimal("0.005")))).hasSize(1);
    assertThat(stored(col(Item::price).orElse(new BigDecimal("0.005")))).hasSize(1);
    assertThat(stored(col(Item::price).plus(new BigDecimal("0.005")))).hasSize(1);
    assertThat(
        stored(
            when(col(Item::quantity).gt(1)).then(col(Item::price)).otherwise(col(Item::plain))))
        .hasSize(1);
  }

  @Test
  void whatIsRoundedOrHasNoMoreDigitsIsNone() {
    assertThat(stored(col(Item::price).times(col(Item::rate)).round(2))).isEmpty();
    assertThat(stored(col(Item::price).times(col(Item::rate)).toDecimal(12, 2))).isEmpty();
    assertThat(stored(col(Item::price).times(col(Item::quantity)))).isEmpty();
    assertThat(stored(col(Item::price).plus(col(Item::rate)).negate().abs())).isEmpty();
    assertThat(stored(col(Item::price).times(new BigDecimal("3")))).isEmpty();
    assertThat(summed(sum(Item::price))).isEmpty();
    assertThat(summed(max(Item::price))).isEmpty();
    assertThat(summed(avg(Item::price).round(2))).isEmpty();
    assertThat(stored(col(Item::price).orElse(new BigDecimal("0.01")))).isEmpty();
  }

  @Test
  void nestedRecordsAndListsAreLookedInto() {
    var nested =
        items()
            .select(row(Receipt::new)
                .of(struct(row(Money::new).of(col(Item::price).times(col(Item::rate))))));
    var list = items().select(row(Moneys::new).of(col(Item::parts)));

    assertThat(problems(nested)).singleElement().asString().contains("'amount' keeps 2");
    assertThat(problems(list)).singleElement().asString().contains("'amounts' keeps 2");
  }

  @Test
  void aFixOfACleanStageIsLookedAt() {
    var filled =
        items().clean("filled", c -> c.fill(Item::price).with(new BigDecimal("0.005"))); // @fill

    assertThat(problems(filled))
        .singleElement()
        .asString()
        .contains(LINES.at("fill"))
        .contains("has 3 digits after the point, and 'price' keeps 2");
  }

  @Test
  void aComputationThatNeedsMoreDigitsThanThereAreIsAProblem() {
    assertThat(plain(col(Item::plain).times(col(Item::plain)))) // @lossy
        .containsExactly(
            "stage 'select Plain' (%s): (plain * plain) needs 36 digits after the point, and Spark keeps 6, for a decimal has 38 in all: give the components a smaller @Precision, or accept it with toDecimal(38, 6)"
                .formatted(LINES.at("lossy")));
    assertThat(plain(col(Item::plain).dividedBy(col(Item::plain)))).hasSize(1);
    assertThat(plain(col(Item::plain).plus(col(Item::plain)))).hasSize(1);
    assertThat(problems(items().filter(col(Item::plain).gt(col(Item::price).toDecimal(38, 0)))))
        .singleElement()
        .asString()
        .contains("needs 18 digits after the point, and Spark keeps 0")
        .endsWith("or compare toDecimal(38, 0)");
  }

  @Test
  void aLossThatIsAcceptedIsNone() {
    assertThat(plain(col(Item::plain).times(col(Item::plain)).toDecimal(38, 6))).isEmpty();
    assertThat(plain(col(Item::plain).times(col(Item::plain)).round(2))).isEmpty();
    assertThat(plain(col(Item::plain).times(col(Item::plain)).toDecimal(38, 18))).hasSize(1);
  }
}
