package dev.sluice.samples.ysb;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;

import dev.sluice.Stage;
import java.time.Duration;

/** The job by Sluice: views of ads, with their campaigns, counted in ten seconds each. */
final class YsbPipeline {

  static final Duration WINDOW = Duration.ofSeconds(10);

  private YsbPipeline() {}

  static Stage<View> views(Stage<AdEvent> events, Stage<Ad> ads) {
    return events
        .filter(col(AdEvent::eventType).eq("view"))
        .join(ads.broadcast()).on(AdEvent::adId).equalTo(Ad::adId)
        .select((event, ad) -> row(View::new).of(
            ad.col(Ad::campaignId), event.col(AdEvent::eventTime)));
  }

  static Stage<CampaignCount> counts(Stage<View> views) {
    return views
        .eventTime(View::at, WINDOW)
        .window(tumbling(WINDOW))
        .groupBy(View::campaign)
        .aggregate(row(CampaignCount::new).of(key(View::campaign), windowStart(), count()));
  }
}
