package dev.sluice.samples.ctr;

import dev.sluice.samples.ads.AdEvents;
import dev.sluice.samples.ads.model.AdEvent;
import java.util.List;
import java.util.stream.LongStream;

/** Impressions in memory, as generated events have them. */
final class Impressions {

  private static final long SEED = 42;

  private Impressions() {}

  static List<Impression> of(int count) {
    AdEvents events = AdEvents.ofThirtyDays(count, SEED);
    return LongStream.range(0, count).mapToObj(events::event).map(Impressions::of).toList();
  }

  private static Impression of(AdEvent event) {
    return new Impression(
        event.eventId(),
        event.campaignId(),
        event.deviceType(),
        event.os(),
        event.browser(),
        event.country(),
        event.ageGroup(),
        event.gender(),
        event.bidPrice(),
        event.timestamp());
  }
}
