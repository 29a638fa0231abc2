package dev.sluice.samples.ads;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countIf;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.lit;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.when;
import static dev.sluice.samples.ads.model.AdEvent.CLICK;
import static dev.sluice.samples.ads.model.AdEvent.CONVERSION;
import static dev.sluice.samples.ads.model.AdEvent.IMPRESSION;

import dev.sluice.Stage;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.ads.model.CampaignAttribution;
import dev.sluice.samples.ads.model.Conversion;
import dev.sluice.samples.ads.model.PathStep;
import dev.sluice.samples.ads.model.RankedStep;
import dev.sluice.samples.ads.model.Touch;
import java.time.Duration;

/**
 * Which campaigns get credit for conversions: those that the user saw or clicked in the 24 hours
 * before. First touch and last touch give it all to one of them, linear divides it evenly.
 */
final class Attribution {

  private static final Duration LOOK_BACK = Duration.ofHours(24);

  private Attribution() {}

  static Stage<CampaignAttribution> byCampaign(Stage<AdEvent> events) {
    var position = col(RankedStep::position);
    var steps = col(RankedStep::steps);
    var revenue = col(RankedStep::revenue);
    var first = position.eq(1);
    var last = position.eq(steps);
    return ranked(paths(conversions(events), touches(events)))
        .groupBy(RankedStep::campaignId)
        .aggregate(row(CampaignAttribution::new).of(
            key(RankedStep::campaignId),
            countIf(first),
            sum(when(first).then(revenue).otherwise(0.0)),
            countIf(last),
            sum(when(last).then(revenue).otherwise(0.0)),
            sum(lit(1.0).dividedBy(steps)),
            sum(revenue.dividedBy(steps))))
        .named("attribution");
  }

  private static Stage<Conversion> conversions(Stage<AdEvent> events) {
    return events
        .filter(col(AdEvent::eventType).eq(CONVERSION))
        .select(row(Conversion::new).of(
            col(AdEvent::eventId),
            col(AdEvent::userId),
            col(AdEvent::timestamp),
            col(AdEvent::revenue)));
  }

  private static Stage<Touch> touches(Stage<AdEvent> events) {
    return events
        .filter(col(AdEvent::eventType).in(IMPRESSION, CLICK))
        .select(row(Touch::new).of(
            col(AdEvent::eventId),
            col(AdEvent::userId),
            col(AdEvent::campaignId),
            col(AdEvent::timestamp)));
  }

  // #region paths
  /** Both ends of the 24 hours count. */
  private static Stage<PathStep> paths(Stage<Conversion> conversions, Stage<Touch> touches) {
    return conversions
        .join(touches).on(Conversion::userId).equalTo(Touch::userId)
        .where((c, t) -> t.col(Touch::at).le(c.col(Conversion::at))
            .and(t.col(Touch::at).ge(c.col(Conversion::at).minus(LOOK_BACK))))
        .select((c, t) -> row(PathStep::new).of(
            c.col(Conversion::conversionId),
            c.col(Conversion::revenue),
            t.col(Touch::touchId),
            t.col(Touch::campaignId),
            t.col(Touch::at)));
  }

  private static Stage<RankedStep> ranked(Stage<PathStep> steps) {
    var path = partitionBy(PathStep::conversionId);
    // the id decides among touches of one time, so that each run gives the same
    var byTime = path.orderBy(asc(PathStep::at), asc(PathStep::touchId));
    return steps.select(row(RankedStep::new).of(
        col(PathStep::campaignId),
        col(PathStep::revenue),
        over(byTime, rowNumber()),
        over(path, count())));
  }
  // #endregion
}
