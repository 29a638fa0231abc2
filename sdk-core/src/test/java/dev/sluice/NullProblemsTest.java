package dev.sluice;

import static dev.sluice.Dsl.*;
import static dev.sluice.Shop.orders;
import static dev.sluice.Shop.problems;
import static dev.sluice.Shop.products;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Shop.Address;
import dev.sluice.Shop.Order;
import dev.sluice.Shop.Product;
import dev.sluice.Shop.Total;
import dev.sluice.expr.Expr;
import org.junit.jupiter.api.Test;

/** A value that can be NULL is not given to a primitive component, and each way out clears it. */
class NullProblemsTest {
  private static final MarkedLines LINES = MarkedLines.of(NullProblemsTest.class);

  @Test
  void namesTheComponentThatIsNotAPrimitive() {
    var stage =
        orders()
            .select(row(Total::new).of(col(Order::price).times(col(Order::discount)))); // @boxed

    assertThat(problems(stage))
        .containsExactly(
            "stage 'select Total' (%s): (price * discount) can be NULL (component 'discount' is not a primitive), but Total.amount is a primitive double: give a default with orElse(…), rule NULL out before with a filter, fill or require, or declare the component as Double"
                .formatted(LINES.at("boxed")));
  }

  @Test
  void namesTheOuterSideOfAJoin() {
    var orders = orders();
    var products = products(orders);
    var left =
        orders
            .leftJoin(products)
            .on(Order::productId).equalTo(Product::productId)
            .select((o, p) -> row(Total::new).of(p.col(Product::price))); // @left
    var right =
        orders
            .rightJoin(products)
            .on(Order::productId).equalTo(Product::productId)
            .select((o, p) -> row(Total::new).of(o.col(Order::price)));
    var full =
        orders
            .fullJoin(products)
            .on(Order::productId).equalTo(Product::productId)
            .select((o, p) -> row(Total::new).of(p.col(Product::price)));

    assertThat(problems(left))
        .singleElement()
        .asString()
        .contains(LINES.at("left"))
        .contains("price can be NULL ('price' is on the outer side of the join)");
    assertThat(problems(right)).singleElement().asString().contains("outer side of the join");
    assertThat(problems(full)).singleElement().asString().contains("outer side of the join");
  }

  @Test
  void saysWhatElseGivesNull() {
    var window = partitionBy(Order::productId).orderBy(asc(Order::placedAt));

    assertThat(reason(col(Order::price).toText().tryToDouble()))
        .isEqualTo("a conversion that does not fail gives NULL for what it cannot read");
    assertThat(reason(over(window, lag(col(Order::price))))).isEqualTo("lag can give NULL");
    assertThat(reason(over(window.rowsBetween(1, 2), sum(Order::price))))
        .isEqualTo("the frame can be empty");
    assertThat(reason(when(col(Order::price).gt(1)).then(1.0).orNull()))
        .isEqualTo("a case without otherwise gives NULL for the rest");
    assertThat(reason(when(col(Order::price).gt(1)).then(col(Order::discount)).otherwise(1.0)))
        .isEqualTo("component 'discount' is not a primitive");
    assertThat(reason(col(Order::price).tryDividedBy(col(Order::price))))
        .isEqualTo("try_divide can give NULL");
    assertThat(
        reason(
            udf("maybe", Double.class, Double.class, d -> d)
                .returningNull()
                .call(col(Order::price))))
        .isEqualTo("udf 'maybe' is declared with returningNull()");
    assertThat(problems(orders().aggregate(row(Total::new).of(sum(Order::price)))))
        .singleElement()
        .asString()
        .contains("(sum of no rows is NULL)");
  }

  @Test
  void orElseClearsIt() {
    assertThat(problems(orders().select(row(Total::new).of(col(Order::discount).orElse(0.0)))))
        .isEmpty();
    assertThat(problems(orders().aggregate(row(Total::new).of(sum(Order::price).orElse(0.0)))))
        .isEmpty();
  }

  @Test
  void aFilterClearsIt() {
    assertThat(problems(total(orders().filter(col(Order::discount).isNotNull())))).isEmpty();
    assertThat(problems(total(orders().filter(col(Order::discount).gt(0))))).isEmpty();
    assertThat(problems(total(orders().filter(not(col(Order::discount).isNull()))))).isEmpty();
    assertThat(
        problems(
            total(
                orders()
                    .filter(not(col(Order::discount).isNull().or(col(Order::price).lt(0)))))))
        .isEmpty();
  }

  @Test
  void aFilterThatDoesNotRuleNullOutDoesNotClearIt() {
    var present = col(Order::discount).isNotNull();
    var many = col(Order::price).gt(9);

    assertThat(problems(total(orders().filter(col(Order::discount).isNull())))).hasSize(1);
    assertThat(problems(total(orders().filter(not(present))))).hasSize(1);
    assertThat(problems(total(orders().filter(present.or(many))))).hasSize(1);
    assertThat(problems(total(orders().filter(present.eq(false))))).hasSize(1);
    assertThat(problems(total(orders().filter(not(many.and(col(Order::discount).gt(0)))))))
        .hasSize(1);
    assertThat(problems(total(orders().filter(many.and(col(Order::discount).gt(0)).isNotNull()))))
        .hasSize(1);
  }

  @Test
  void aFillClearsIt() {
    assertThat(problems(total(orders().clean("fill", c -> c.fill(Order::discount).with(0.0)))))
        .isEmpty();
    assertThat(
        problems(
            total(
                orders()
                    .clean("fill", c -> c.fill(Order::discount).with(col(Order::discount))))))
        .hasSize(1);
  }

  @Test
  void aFillWithNullIsAProblem() {
    assertThat(problems(orders().clean("fill", c -> c.fill(Order::discount).with((Double) null))))
        .singleElement()
        .asString()
        .contains("would fill nothing", "NullProblemsTest.java");
  }

  @Test
  void aNullIsNoConstant() {
    assertThat(problems(orders().filter(col(Order::note).eq(value((String) null)))))
        .singleElement()
        .asString()
        .contains("a constant is null", "NullProblemsTest.java");
    assertThat(problems(orders().filter(col(Order::discount).eq((java.math.BigDecimal) null))))
        .singleElement()
        .asString()
        .contains("a constant is null");
  }

  @Test
  void aRuleClearsItUnlessItOnlyWarnsOrAcceptsNull() {
    var present = col(Order::discount).isNotNull();
    var positive = col(Order::discount).gt(0);

    assertThat(problems(total(orders().clean("c", c -> c.require("r", present))))).isEmpty();
    assertThat(problems(total(orders().clean("c", c -> c.require("r", positive))))).isEmpty();
    assertThat(problems(total(orders().clean("c", c -> c.warn("r", present))))).hasSize(1);
    assertThat(problems(total(orders().clean("c", c -> c.requireUnlessNull("r", positive)))))
        .hasSize(1);
  }

  @Test
  void aLaterFixCanBringNullBack() {
    var stage =
        total(
            orders()
                .clean("c", c -> c
                    .require("r", col(Order::discount).isNotNull())
                    .set(Order::discount).to(col(Order::note).tryToDouble())));

    assertThat(problems(stage)).hasSize(1);
  }

  @Test
  void refusesAFixThatMakesAPrimitiveNull() {
    var stage =
        orders().clean("fix", c -> c.set(Order::price).to(col(Order::note).tryToDouble())); // @fix
    var filledBefore =
        orders()
            .clean(
                "fix",
                c -> c.fill(Order::discount).with(0.0).set(Order::price).to(col(Order::discount)));

    assertThat(problems(stage))
        .singleElement()
        .asString()
        .startsWith("stage 'fix' (" + LINES.at("fix") + "): try_cast(note as DOUBLE) can be NULL (")
        .contains("but Order.price is a primitive double");
    assertThat(problems(filledBefore)).isEmpty();
  }

  @Test
  void refusesANullInAPrimitiveOfANestedRecord() {
    record Sent(Address to) {}
    var stage =
        orders()
            .select(row(Sent::new).of(
                struct(
                    row(Address::new)
                        .of(col(Order::note), col(Order::quantity))))); // @struct

    assertThat(problems(stage))
        .singleElement()
        .asString()
        .contains(LINES.at("struct"))
        .contains("quantity can be NULL")
        .contains("but Address.zip is a primitive int");
  }

  private static Stage<Total> total(Stage<Order> orders) {
    return orders.select(row(Total::new).of(col(Order::discount)));
  }

  /** The part of the message in parentheses. */
  private static String reason(Expr<Order, Double> value) {
    String problem = problems(orders().select(row(Total::new).of(value))).get(0);
    return problem.replaceAll("(?s).* can be NULL \\((.*)\\), but Total.*", "$1");
  }
}
