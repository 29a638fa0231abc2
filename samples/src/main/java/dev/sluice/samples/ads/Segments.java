package dev.sluice.samples.ads;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.when;

import dev.sluice.expr.StrExpr;
import dev.sluice.samples.ads.model.UserActivity;

/** Kinds of users, by what they did. The first that fits counts. */
final class Segments {

  private Segments() {}

  static StrExpr<UserActivity> segment() {
    var conversions = col(UserActivity::conversions);
    var clicks = col(UserActivity::clicks);
    return when(conversions.gt(5).and(col(UserActivity::revenue).gt(100))).then("High Value")
        .when(conversions.gt(0).and(clicks.gt(10))).then("Active Converter")
        .when(clicks.gt(20)).then("Active Clicker")
        .when(col(UserActivity::impressions).gt(50)).then("Viewer")
        .otherwise("Low Engagement");
  }
}
