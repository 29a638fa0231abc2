package dev.sluice;

import static dev.sluice.Dsl.*;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.first;
import static dev.sluice.Dsl.orderBy;
import static dev.sluice.Dsl.sparkAggregate;
import static dev.sluice.Shop.orders;
import static dev.sluice.Shop.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.Shop.Identified;
import dev.sluice.Shop.Name;
import dev.sluice.Shop.Order;
import dev.sluice.Shop.Priced;
import dev.sluice.Shop.Total;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Each problem names the stage and the line of the expression. */
class ExpressionProblemsTest {
  private static final MarkedLines LINES = MarkedLines.of(ExpressionProblemsTest.class);
  private static final String COMPONENTS =
      "(components: orderId, productId, quantity, discount, price, orderDate, placedAt, note,"
          + " labels, address)";

  @Test
  void refusesALambdaInPlaceOfAMethodReference() {
    var stage =
        orders()
            .filter(
                col((Order o) -> o.orderId()) // @lambda
                    .gt(1));

    assertThat(problems(stage))
        .containsExactly(
            "stage 'filter Order' (%s): a lambda has no column name: write a method reference such as Order::price, and compute with expressions such as col(Order::price).times(2)"
                .formatted(LINES.at("lambda")));
  }

  @Test
  void refusesAMethodThatIsNotAComponent() {
    var stage =
        orders()
            .filter(
                col(Order::total) // @method
                    .gt(1));

    assertThat(problems(stage))
        .containsExactly(
            "stage 'filter Order' (%s): 'total' is not a component of Order %s"
                .formatted(LINES.at("method"), COMPONENTS));
  }

  @Test
  void suggestsTheComponentThatWasMeantThroughAnInterface() {
    interface Dated {
      default LocalDate orderDat() {
        return LocalDate.EPOCH;
      }
    }
    record Day(LocalDate orderDate) implements Dated {}
    var days = orders().select(row(Day::new).of(col(Order::orderDate)));
    var stage = days.dedupe(Dated::orderDat); // @interface

    assertThat(problems(stage))
        .singleElement()
        .asString()
        .endsWith(
            "'orderDat' is not a component of Day; did you mean 'orderDate'? (components:"
                + " orderDate)");
  }

  @Test
  void refusesAnAccessorThatOnlyAnInterfaceHas() {
    var stage = orders().groupBy(Identified::id).aggregate(row(Total::new).of(sum(Order::price)));

    assertThat(problems(stage))
        .singleElement()
        .asString()
        .contains("'id' is not a component of Order");
  }

  @Test
  void refusesAWindowFunctionInAFilter() {
    var newestFirst = partitionBy(Order::productId).orderBy(desc(Order::placedAt));
    var stage =
        orders()
            .filter(
                over(newestFirst, rowNumber()) // @filter
                    .eq(1));

    assertThat(problems(stage))
        .containsExactly(
            "stage 'filter Order' (%s): a window function cannot stand in a filter: compute it as a column with select or enrich first"
                .formatted(LINES.at("filter")));
  }

  @Test
  void refusesAWindowFunctionInAnAggregateInARuleInAFixAndInAnOrder() {
    var window = partitionBy(Order::productId).orderBy(desc(Order::placedAt));
    var having =
        orders()
            .groupBy(Order::productId)
            .having(sum(over(window, rowNumber())).gt(1))
            .aggregate(row(Total::new).of(sum(Order::price)));
    var clean =
        orders()
            .clean("newest", c -> c
                .require("first", over(window, rowNumber()).eq(1))
                .set(Order::quantity).to(over(window, rowNumber())));
    var sorted = orders().sort(asc(over(window, rowNumber())));

    assertThat(problems(having))
        .singleElement()
        .asString()
        .contains("cannot stand in an aggregate");
    assertThat(problems(clean))
        .satisfiesExactly(
            rule -> assertThat(rule).contains("cannot stand in a rule"),
            fix -> assertThat(fix).contains("cannot stand in a fix"));
    assertThat(problems(sorted)).singleElement().asString().contains("cannot stand in an order");
  }

  @Test
  void refusesAWindowFunctionInAJoinCondition() {
    var orders = orders();
    var stage =
        orders
            .join(orders)
            .on(over(partitionBy(Order::productId), sum(Order::price))).equalTo(col(Order::price))
            .select((a, b) -> row(Total::new).of(a.col(Order::price)));

    assertThat(problems(stage))
        .singleElement()
        .asString()
        .contains("cannot stand in a join condition");
  }

  @Test
  void refusesARankingFunctionWithoutOrder() {
    record Ranked(long orderId, int place) {}
    var stage =
        orders()
            .select(row(Ranked::new).of(
                col(Order::orderId),
                over(partitionBy(Order::productId), rowNumber()))); // @ranking

    assertThat(problems(stage))
        .containsExactly(
            "stage 'select Ranked' (%s): row_number needs an order: partitionBy(…).orderBy(…)"
                .formatted(LINES.at("ranking")));
  }

  @Test
  void refusesWhatIsComputedOfAnAggregateOverAWindow() {
    record Sum(Double sum) {}
    var window = partitionBy(Order::productId);
    var computed = orders().select(row(Sum::new).of(over(window, sum(Order::price).plus(1)))); // @plus
    var converted =
        orders().select(row(Sum::new).of(over(window, sum(Order::orderId).toDouble())));
    var outside = orders().select(row(Sum::new).of(over(window, sum(Order::price)).plus(1)));

    assertThat(problems(computed))
        .containsExactly(
            "stage 'select Sum' (%s): over takes one aggregate or ranking function, not (sum(price) + 1.0): compute with what it gives, as in over(…, sum(…)).plus(1)"
                .formatted(LINES.at("plus")));
    assertThat(problems(converted)).hasSize(1);
    assertThat(problems(outside)).isEmpty();
  }

  @Test
  void refusesAFrameThatEndsBeforeItStarts() {
    var window = partitionBy(Order::productId).orderBy(asc(Order::placedAt)).rowsBetween(1, -1);
    record Sum(Double sum) {}
    var stage = orders().select(row(Sum::new).of(over(window, sum(Order::price)))); // @frame

    assertThat(problems(stage))
        .containsExactly(
            "stage 'select Sum' (%s): the window's frame ends before it starts: from 1 to -1"
                .formatted(LINES.at("frame")));
  }

  @Test
  void refusesARangeOverTwoColumns() {
    var window =
        partitionBy(Order::productId)
            .orderBy(asc(Order::orderDate), asc(Order::price))
            .rangeBetween(-1, 0);
    var stage = orders().select(row(Total::new).of(over(window, sum(Order::price))));

    assertThat(problems(stage))
        .singleElement()
        .asString()
        .contains("rangeBetween needs exactly one column in orderBy");
  }

  @Test
  void refusesARangeOfNumbersOverADateOrATime() {
    var days = partitionBy(Order::productId).orderBy(asc(Order::orderDate)).rangeBetween(-1, 0);
    var times = partitionBy(Order::productId).orderBy(asc(Order::placedAt)).rangeBetween(-1, 0);

    assertThat(problems(orders().select(row(Total::new).of(over(days, sum(Order::price))))))
        .singleElement()
        .asString()
        .contains("rangeBetween counts in numbers, and 'orderDate' is a");
    assertThat(problems(orders().select(row(Total::new).of(over(times, sum(Order::price))))))
        .singleElement()
        .asString()
        .contains("such as epochSecond()")
        .contains("or count in durations");
  }

  @Test
  void refusesAKeyAsAWindowFunction() {
    record Key(long productId) {}
    var stage =
        orders()
            .select(row(Key::new)
                .of(over(partitionBy(Order::orderId), key(Order::productId)))); // @overKey

    assertThat(problems(stage))
        .containsExactly(
            "stage 'select Key' (%s): key 'productId' stands outside an aggregation"
                .formatted(LINES.at("overKey")));
  }

  @Test
  void refusesAKeyThatIsNotInGroupBy() {
    record Sales(LocalDate date, double revenue) {}
    var stage =
        orders()
            .groupBy(Order::productId)
            .aggregate(row(Sales::new).of(
                key(Order::orderDate), // @key
                sum(Order::price)));

    assertThat(problems(stage))
        .containsExactly(
            "stage 'aggregate Sales' (%s): 'orderDate' is not a key of this aggregation (keys: productId): add it to groupBy, or aggregate it, for example with max"
                .formatted(LINES.at("key")));
  }

  @Test
  void refusesARangeOfTimeOverWhatIsNoneAndPartsOfADay() {
    var numbers = orderBy(asc(Order::price)).rangeBetween(Duration.ofDays(-6), Duration.ZERO);
    var days = orderBy(asc(Order::orderDate)).rangeBetween(Duration.ofHours(-6), Duration.ZERO);

    assertThat(problems(orders().select(row(Total::new).of(over(numbers, sum(Order::price))))))
        .singleElement()
        .asString()
        .contains("needs an order by a date or a point in time, and 'price' is a");
    assertThat(problems(orders().select(row(Total::new).of(over(days, sum(Order::price))))))
        .singleElement()
        .asString()
        .endsWith(
            "'orderDate' is a date, so rangeBetween needs whole days, not from PT-6H to PT0S");
  }

  @Test
  void refusesDistinctValuesOverAWindow() {
    record Counted(long products) {}
    var stage =
        orders()
            .select(row(Counted::new).of(
                over(partitionBy(Order::orderDate), countDistinct(Order::productId))));

    assertThat(problems(stage))
        .singleElement()
        .asString()
        .contains("Spark computes nothing of distinct values over a window");
  }

  @Test
  void refusesAComputedKeyThatIsNotInGroupBy() {
    record Yearly(Integer year, double revenue) {}
    var stage =
        orders()
            .groupBy(col(Order::orderDate).year())
            .aggregate(row(Yearly::new).of(
                key(col(Order::orderDate).month()), // @computedKey
                sum(Order::price)));

    assertThat(problems(stage))
        .containsExactly(
            "stage 'aggregate Yearly' (%s): 'month(orderDate)' is not a key of this aggregation (keys: year(orderDate)): give key(…) the very expression that groupBy has"
                .formatted(LINES.at("computedKey")));
  }

  @Test
  void refusesAWindowFunctionAsAKey() {
    var window = partitionBy(Order::productId).orderBy(desc(Order::placedAt));

    assertThat(problems(orders().dedupe(over(window, rowNumber()))))
        .singleElement()
        .asString()
        .contains("a window function cannot stand in a key");
  }

  @Test
  void refusesWhereBehindWhatIsNoAggregateOrTakesNullsForValues() {
    record Of(Long id) {}
    var noAggregate =
        orders()
            .groupBy(Order::orderId)
            .aggregate(row(Of::new).of(key(Order::orderId).where(col(Order::price).gt(1))));
    var ofFirst =
        orders()
            .aggregate(row(Of::new).of(first(Order::orderId).where(col(Order::price).gt(1))));
    var byName =
        orders()
            .aggregate(row(Of::new).of(
                sparkAggregate("first", col(Order::orderId)).asLong()
                    .where(col(Order::price).gt(1))));

    assertThat(problems(noAggregate))
        .singleElement().asString().contains("where(…) stands behind an aggregate");
    assertThat(problems(ofFirst))
        .singleElement().asString().contains("first takes rows as they come");
    assertThat(problems(byName))
        .singleElement().asString().contains("nobody knows whether spark.first leaves out NULL");
  }

  @Test
  void refusesAPrimitiveForAKeyThatIsNullInTotals() {
    record Sales(long productId, Double revenue) {}
    var stage =
        orders()
            .rollup(Order::productId)
            .aggregate(row(Sales::new).of(key(Order::productId), sum(Order::price)));

    assertThat(problems(stage))
        .singleElement()
        .asString()
        .contains("the rows of totals have NULL for the keys that they add up");
  }

  @Test
  void refusesQuestionsAfterTotalsWhereThereAreNone() {
    record Sales(Long productId, boolean total) {}
    var grouped =
        orders()
            .groupBy(Order::productId)
            .aggregate(g -> row(Sales::new)
                .of(g.key(Order::productId), g.isTotalOf(Order::productId)));
    var other =
        orders()
            .rollup(Order::productId)
            .aggregate(g -> row(Sales::new)
                .of(g.key(Order::productId), g.isTotalOf(Order::orderDate)));

    assertThat(problems(grouped))
        .singleElement()
        .asString()
        .contains("needs rows of totals: group with rollup, cube or groupingSets");
    assertThat(problems(other))
        .singleElement()
        .asString()
        .contains("'orderDate' is not a key of this aggregation, so there are no totals of it");
  }

  @Test
  void refusesTheStartOfAWindowWithoutAWindow() {
    record Hourly(java.time.Instant start, double revenue) {}
    var stage =
        orders()
            .groupBy(Order::productId)
            .aggregate(row(Hourly::new).of(
                windowStart(), // @start
                sum(Order::price)));

    assertThat(problems(stage))
        .containsExactly(
            "stage 'aggregate Hourly' (%s): windowStart() needs a time window: call eventTime(…) and window(…) before groupBy"
                .formatted(LINES.at("start")));
  }

  @Test
  void refusesAnImpossibleDecimal() {
    record Money(java.math.BigDecimal amount) {}
    var tooWide = orders().select(row(Money::new).of(col(Order::price).toDecimal(50, 2)));
    var tooDeep = orders().select(row(Money::new).of(col(Order::note).tryToDecimal(4, 5)));

    assertThat(problems(tooWide))
        .singleElement()
        .asString()
        .endsWith(
            "a decimal of 50 digits, 2 of them after the point, does not exist: it has 1 to 38"
                + " digits, 0 to all of them after the point");
    assertThat(problems(tooDeep)).singleElement().asString().contains("a decimal of 4 digits, 5");
  }

  @Test
  void refusesARangeInWhichNothingLies() {
    var stage = orders().filter(col(Order::quantity).between(10, 1));

    assertThat(problems(stage))
        .singleElement()
        .asString()
        .endsWith("nothing lies between 10 and 1: the smaller value comes first");
  }

  @Test
  void refusesMapsAsKeysInOrdersAndInComparisons() {
    var orders = orders();

    assertThat(problems(orders.dedupe(Order::labels)))
        .singleElement()
        .asString()
        .endsWith("'labels' is a map, and maps cannot be grouped or compared");
    assertThat(problems(orders.sort(asc(Order::labels))))
        .singleElement()
        .asString()
        .endsWith("'labels' is a map, and maps cannot be sorted");
    assertThat(problems(orders.distinct()))
        .singleElement()
        .asString()
        .endsWith("use dedupe with the columns that tell rows apart");
    assertThat(
        problems(
            orders
                .join(orders)
                .on(Order::labels).equalTo(Order::labels)
                .select((a, b) -> row(Total::new).of(a.col(Order::price)))))
        .singleElement()
        .asString()
        .endsWith("'labels' is a map, and maps cannot be compared");
    assertThat(
        problems(
            orders.select(
                row(Total::new).of(over(partitionBy(Order::labels), sum(Order::price))))))
        .singleElement()
        .asString()
        .endsWith("'labels' is a map, and maps cannot be grouped or compared");
  }

  @Test
  void refusesAFactoryMethodInPlaceOfTheConstructor() {
    class Factory {
      static Priced swapped(double total, long orderId) {
        return new Priced(orderId, total);
      }
    }
    var stage =
        orders()
            .select(row(Factory::swapped).of(col(Order::price), col(Order::orderId))); // @factory

    assertThat(problems(stage))
        .containsExactly(
            "stage 'select Priced' (%s): row(…::swapped) names a method: write row(Priced::new). The values are given to the components in order, (long orderId, double total), and nothing is called"
                .formatted(LINES.at("factory")));
  }

  @Test
  void refusesALambdaThatTakesOtherTypesThanTheConstructor() {
    var stage =
        orders()
            .select(row((Double total) -> new Priced(0, total)).of(col(Order::price))); // @other

    assertThat(problems(stage))
        .containsExactly(
            "stage 'select Priced' (%s): row(Priced::new) names a constructor that is not the canonical one: write row(…) with the values of all components, (long orderId, double total), or set them by name with enrich"
                .formatted(LINES.at("other")));
  }

  @Test
  void refusesNoBucketsAtTheCall() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ntile(0))
        .withMessage("ntile needs at least 1 bucket, not 0");
  }

  @Test
  void acceptsWhatIsRight() {
    var window = partitionBy(Order::productId).orderBy(asc(Order::placedAt)).rowsBetween(-1, 0);
    var stage =
        orders()
            .filter(col(Order::quantity).between(1, 10))
            .select(row(Total::new).of(over(window, sum(Order::price))));

    assertThat(problems(stage)).isEmpty();
    assertThat(problems(orders().select(row(Name::new).of(col(Order::note))))).isEmpty();
  }
}
