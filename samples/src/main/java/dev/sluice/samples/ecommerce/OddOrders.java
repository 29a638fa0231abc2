package dev.sluice.samples.ecommerce;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.ml.Ml;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.train.Training;
import dev.sluice.samples.ecommerce.model.OddOrder;
import dev.sluice.samples.ecommerce.model.OrderShape;
import dev.sluice.samples.ecommerce.model.PricedLine;

/** How unusual an order is, by three features. */
final class OddOrders {

  // #region features
  static final Features<OrderShape> FEATURES =
      Features.of(OrderShape.class)
          .number(OrderShape::quantity).log1p()
          .number(OrderShape::price).log1p()
          .number(OrderShape::discount);
  // #endregion

  private OddOrders() {}

  static Stage<OrderShape> shapes(Stage<PricedLine> lines) {
    return lines
        .select(row(OrderShape::new).of(
            col(PricedLine::orderId),
            col(PricedLine::quantity),
            col(PricedLine::price),
            col(PricedLine::discount)))
        .named("shapes of orders");
  }

  // #region training
  static Training<OrderShape, OrderShape, OddOrder> training(
      Stage<OrderShape> orders, double share) {
    return Ml.model("odd orders", FEATURES)
        .from(orders)
        .anomalies().expectedShare(share)
        .output(
            o -> row(OddOrder::new).of(
                o.in(OrderShape::orderId), o.score(), o.isAnomalous(), o.reasons(2)));
  }
  // #endregion
}
