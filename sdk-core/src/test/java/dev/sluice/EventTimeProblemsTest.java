package dev.sluice;

import static dev.sluice.Dsl.*;
import static dev.sluice.Shop.orders;
import static dev.sluice.Shop.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Shop.Order;
import dev.sluice.Shop.Product;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Event time stays with its column, whatever stages the rows pass, until it is computed anew. */
class EventTimeProblemsTest {
  private static final MarkedLines LINES = MarkedLines.of(EventTimeProblemsTest.class);

  record Paid(Instant paidAt, double amount) {}

  record Hourly(Instant from, double amount) {}

  /** What may give the same stage, or one of rows that went in, is not final there. */
  @Test
  void whatGivesTheSameRowsGivesATimedStage() throws Exception {
    List<Method> same =
        Arrays.stream(Stage.class.getMethods())
            .filter(m -> m.getReturnType() == Stage.class && !Modifier.isFinal(m.getModifiers()))
            .toList();

    assertThat(same).extracting(Method::getName).contains("filter", "limit", "sink");
    for (Method method : same) {
      assertThat(
          TimedStage.class.getMethod(method.getName(), method.getParameterTypes()).getReturnType())
          .as(method.getName())
          .isEqualTo(TimedStage.class);
    }
  }

  @Test
  void aStageOfTheSameRowsKeepsIt() {
    TimedStage<Order> timed = timed().filter(col(Order::price).gt(0)).sample(0.5, 1).limit(9);

    assertThat(problems(hourly(timed))).isEmpty();
  }

  @Test
  void aColumnKeepsItUnderAnotherName() {
    Stage<Paid> paid = timed().select(row(Paid::new).of(col(Order::placedAt), col(Order::price)));

    assertThat(problems(sums(paid.timedBy(Paid::paidAt)))).isEmpty();
  }

  @Test
  void cleanAndDedupeAndSortAndUnionKeepIt() {
    TimedStage<Order> timed = timed();
    Stage<Order> passed =
        timed
            .clean("valid", c -> c.dedupe(Order::orderId).fill(Order::quantity).with(1))
            .dedupe(Order::productId)
            .sort(asc(Order::price));

    assertThat(problems(hourly(passed.union(timed).timedBy(Order::placedAt)))).isEmpty();
  }

  @Test
  void aKeyKeepsIt() {
    Stage<Paid> paid =
        timed().groupBy(Order::placedAt)
            .aggregate(row(Paid::new).of(key(Order::placedAt), sum(Order::price)));

    assertThat(problems(sums(paid.timedBy(Paid::paidAt)))).isEmpty();
  }

  @Test
  void aJoinKeepsItOnItsSide() {
    TimedStage<Order> timed = timed();
    Stage<Paid> paid =
        Shop.products(timed)
            .join(timed).on(Product::productId).equalTo(Order::productId)
            .select((p, o) -> row(Paid::new).of(o.col(Order::placedAt), p.col(Product::price)));

    assertThat(problems(sums(paid.timedBy(Paid::paidAt)))).isEmpty();
  }

  @Test
  void whatIsComputedOfItDoesNot() {
    var moved =
        row(Paid::new).of(col(Order::placedAt).plus(Duration.ofHours(1)), col(Order::price));
    Stage<Paid> later = timed().select(moved).named("later"); // @later

    assertThat(problems(sums(later.timedBy(Paid::paidAt)))) // @named
        .containsExactly(
            "stage 'timedBy Paid' (%s): 'paidAt' does not come from a column that was declared with eventTime(…): the one declared before is lost in stage 'later' (%s), where 'placedAt' does not come out as it is"
                .formatted(LINES.at("named"), LINES.at("later")));
  }

  @Test
  void aColumnThatIsSetAnewLosesIt() {
    Stage<Order> clean =
        timed().clean("moved",
            c -> c.set(Order::placedAt).to(col(Order::placedAt).plus(Duration.ofHours(1))));

    assertThat(problems(hourly(clean.timedBy(Order::placedAt))))
        .singleElement().asString().contains("is lost in stage 'moved'");
  }

  @Test
  void aBoundOfTimeTakesTheTimesOfBothSides() {
    TimedStage<Order> timed = timed();
    Stage<Order> joined =
        timed.semiJoin(paid(timed).timedBy(Paid::paidAt))
            .on(Order::price).equalTo(Paid::amount)
            .within(Duration.ofMinutes(-1), Duration.ofMinutes(5));

    assertThat(joined.node().verb().detail())
        .isEqualTo(
            " on (a.price = b.amount) and b.paidAt within PT-1M to PT5M after a.placedAt");
    assertThat(problems(hourly(joined.timedBy(Order::placedAt)))).isEmpty();
  }

  @Test
  void aBoundOfTimeHasToLeaveRoom() {
    TimedStage<Order> timed = timed();
    Stage<Order> joined =
        timed.semiJoin(timed)
            .on(Order::orderId).equalTo(Order::orderId)
            .within(Duration.ofNanos(1), Duration.ofMinutes(-5)); // @within

    assertThat(problems(joined))
        .containsExactly(
            "stage 'semi join Order' (%s): within(PT0.000000001S, PT-5M) matches nothing: the first must not be longer than the second"
                .formatted(LINES.at("within")),
            "stage 'semi join Order' (%s): within(…) takes whole microseconds, for times have no more digits: PT0.000000001S"
                .formatted(LINES.at("within")));
  }

  private static Stage<Paid> paid(Stage<Order> orders) {
    return orders.select(row(Paid::new).of(col(Order::placedAt), col(Order::price)));
  }

  private static TimedStage<Order> timed() {
    return orders().eventTime(Order::placedAt, Duration.ofMinutes(10));
  }

  private static Stage<Hourly> hourly(TimedStage<Order> orders) {
    return orders.window(tumbling(Duration.ofHours(1)))
        .aggregate(row(Hourly::new).of(windowStart(), sum(Order::price)));
  }

  private static Stage<Hourly> sums(TimedStage<Paid> paid) {
    return paid.window(tumbling(Duration.ofHours(1)))
        .aggregate(row(Hourly::new).of(windowStart(), sum(Paid::amount)));
  }
}
