package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.samples.mutations.Finding.missing;
import static dev.sluice.samples.mutations.Finding.unexpected;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import java.util.List;

/** The wrong kind of join, too few keys, a condition in the wrong place. */
final class JoinFaults {

  record Order(long orderId, long productId, String country) {}

  record Price(long productId, String country, Double price) {}

  record Priced(long orderId, Double price) {}

  record Inputs(Stage<Order> orders, Stage<Price> prices) {}

  private static final Order PEN = new Order(1, 3, "PT");
  private static final Order PEN_ABROAD = new Order(2, 3, "DE");
  private static final Order UNPRICED = new Order(3, 9, "PT");

  private JoinFaults() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("a left join for an inner one")
            .given(JoinFaults::inputs)
            .right(
                in -> in.orders()
                    .join(in.prices())
                    .on(Order::productId).equalTo(Price::productId)
                    .and(Order::country).equalTo(Price::country)
                    .select(
                        (o, p) -> row(Priced::new).of(o.col(Order::orderId), p.col(Price::price))))
            .wrong(JoinFaults::priced)
            .test(
                priced -> assertThat(priced)
                    .keyedBy(Priced::orderId)
                    .hasRows(new Priced(1, 10.0), new Priced(2, 12.0)))
            .finds(unexpected("Priced[orderId=3, price=null]")),
        Mutation.of("the second key of a join forgotten")
            .given(JoinFaults::inputs)
            .right(JoinFaults::priced)
            .wrong(
                in -> in.orders()
                    .leftJoin(in.prices())
                    .on(Order::productId).equalTo(Price::productId)
                    .select(
                        (o, p) -> row(Priced::new).of(o.col(Order::orderId), p.col(Price::price))))
            .test(JoinFaults::hasAllPrices)
            .finds(unexpected("Priced[orderId=1, price=12.0]")),
        Mutation.of("a condition of a left join put after it")
            .given(JoinFaults::inputs)
            .right(
                in -> in.orders()
                    .leftJoin(in.prices())
                    .on(Order::productId).equalTo(Price::productId)
                    .and(Order::country).equalTo(Price::country)
                    .where((o, p) -> p.col(Price::price).gt(0))
                    .select(
                        (o, p) -> row(Priced::new).of(o.col(Order::orderId), p.col(Price::price))))
            .wrong(in -> priced(in).filter(col(Priced::price).gt(0)))
            .test(JoinFaults::hasAllPrices)
            .finds(missing("Priced[orderId=3, price=null]")),
        Mutation.of("an anti join for a semi join")
            .given(JoinFaults::inputs)
            .right(
                in -> in.orders()
                    .semiJoin(in.prices())
                    .on(Order::productId).equalTo(Price::productId))
            .wrong(
                in -> in.orders()
                    .antiJoin(in.prices())
                    .on(Order::productId).equalTo(Price::productId))
            .test(orders -> assertThat(orders).keyedBy(Order::orderId).hasRows(PEN, PEN_ABROAD))
            .finds(unexpected("Order[orderId=3, productId=9, country=\"PT\"]")));
  }

  private static Inputs inputs(SparkKit kit) {
    return new Inputs(
        kit.rows(Order.class, PEN, PEN_ABROAD, UNPRICED),
        kit.rows(Price.class, new Price(3, "PT", 10.0), new Price(3, "DE", 12.0)));
  }

  private static Stage<Priced> priced(Inputs in) {
    return in.orders()
        .leftJoin(in.prices())
        .on(Order::productId).equalTo(Price::productId)
        .and(Order::country).equalTo(Price::country)
        .select((o, p) -> row(Priced::new).of(o.col(Order::orderId), p.col(Price::price)));
  }

  private static void hasAllPrices(Stage<Priced> priced) {
    assertThat(priced)
        .keyedBy(Priced::orderId)
        .hasRows(new Priced(1, 10.0), new Priced(2, 12.0), new Priced(3, null));
  }
}
