package dev.sluice.samples.ads;

import dev.sluice.samples.ads.model.AdEvent;
import java.time.Instant;

/** Valid events of which only what a test is about has to be said. */
final class Given {

  private Given() {}

  static AdEvent impression(long id, long user, long campaign, String time) {
    return event(id, user, campaign, time, AdEvent.IMPRESSION, 0.25, 0.0);
  }

  static AdEvent click(long id, long user, long campaign, String time) {
    return event(id, user, campaign, time, AdEvent.CLICK, 2.0, 0.0);
  }

  static AdEvent conversion(long id, long user, long campaign, String time, double revenue) {
    return event(id, user, campaign, time, AdEvent.CONVERSION, 0.0, revenue);
  }

  /** A time of March 2026, such as {@code 02T10:00}. */
  static Instant march(String time) {
    return Instant.parse("2026-03-" + time + ":00Z");
  }

  /** The same event on another device, in another country, and so on. */
  static AdEvent from(
      AdEvent event, String device, String country, String ageGroup, String gender) {
    return new AdEvent(
        event.eventId(),
        event.userId(),
        event.campaignId(),
        event.adId(),
        event.timestamp(),
        event.eventType(),
        device,
        event.os(),
        event.browser(),
        country,
        event.city(),
        ageGroup,
        gender,
        event.bidPrice(),
        event.cost(),
        event.revenue());
  }

  private static AdEvent event(
      long id, long user, long campaign, String time, String type, double cost, double revenue) {
    return new AdEvent(
        id,
        user,
        campaign,
        10 * campaign,
        march(time),
        type,
        "mobile",
        "Android",
        "Firefox",
        "PT",
        "Porto",
        "25-34",
        "female",
        2.0,
        cost,
        revenue);
  }
}
