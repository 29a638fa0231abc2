package dev.sluice.samples.ads;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.countIf;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.when;
import static dev.sluice.samples.ads.model.AdEvent.CLICK;
import static dev.sluice.samples.ads.model.AdEvent.CONVERSION;
import static dev.sluice.samples.ads.model.AdEvent.IMPRESSION;

import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.expr.Group;
import dev.sluice.expr.PrimitiveNumExpr;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.ads.model.CampaignPerformance;
import dev.sluice.samples.ads.model.CampaignTotals;

/** How well campaigns do: events by type turned into columns, and ratios of them. */
final class CampaignReport {

  private CampaignReport() {}

  static Stage<CampaignPerformance> performance(Stage<AdEvent> events) {
    var impressions = col(CampaignTotals::impressions);
    var clicks = col(CampaignTotals::clicks);
    var conversions = col(CampaignTotals::conversions);
    var cost = col(CampaignTotals::cost);
    return totals(events)
        .enrich(
            CampaignPerformance.class,
            set(CampaignPerformance::ctr).to(ratio(clicks, impressions)),
            set(CampaignPerformance::cvr).to(ratio(conversions, clicks)),
            set(CampaignPerformance::cpc).to(ratio(cost, clicks)),
            set(CampaignPerformance::cpa).to(ratio(cost, conversions)),
            set(CampaignPerformance::roas).to(ratio(col(CampaignTotals::revenue), cost)))
        .named("campaign performance");
  }

  private static Stage<CampaignTotals> totals(Stage<AdEvent> events) {
    return events
        .groupBy(AdEvent::campaignId)
        .aggregate(row(CampaignTotals::new).of(
            key(AdEvent::campaignId),
            countIf(is(IMPRESSION)),
            countIf(is(CLICK)),
            countIf(is(CONVERSION)),
            sumIf(is(IMPRESSION), col(AdEvent::cost)),
            sumIf(is(CLICK), col(AdEvent::cost)),
            sumIf(is(CONVERSION), col(AdEvent::cost)),
            sumIf(is(IMPRESSION), col(AdEvent::revenue)),
            sumIf(is(CLICK), col(AdEvent::revenue)),
            sumIf(is(CONVERSION), col(AdEvent::revenue)),
            sum(AdEvent::cost),
            sum(AdEvent::revenue)));
  }

  private static BoolExpr<AdEvent> is(String type) {
    return col(AdEvent::eventType).eq(type);
  }

  // #region helpers
  /** The sum over the rows that meet a condition, 0 if there are none. */
  private static <T> DoubleExpr<Group<T>> sumIf(BoolExpr<T> condition, DoubleExpr<T> amount) {
    return sum(when(condition).then(amount).otherwise(0.0));
  }

  /** 0 where the divisor is 0. */
  private static <S> DoubleExpr<S> ratio(
      PrimitiveNumExpr<S, ?> dividend, PrimitiveNumExpr<S, ?> divisor) {
    return dividend.tryDividedBy(divisor).orElse(0.0);
  }
  // #endregion
}
