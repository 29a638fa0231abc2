package dev.sluice.samples.ads;

import static dev.sluice.Dsl.col;
import static dev.sluice.samples.ads.model.AdEvent.CLICK;
import static dev.sluice.samples.ads.model.AdEvent.CONVERSION;
import static dev.sluice.samples.ads.model.AdEvent.IMPRESSION;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.samples.ads.model.AdEvent;

/** Valid events from those that arrive. */
public final class EventCleaning {

  private static final String UNKNOWN = "unknown";

  private EventCleaning() {}

  /** The events that are valid, with what was missing filled in; the others are rejected. */
  public static CheckedStage<AdEvent> events(Stage<AdEvent> events) {
    return events.clean("valid events", c -> c
        .dedupe(AdEvent::eventId)
        .set(AdEvent::eventType).to(col(AdEvent::eventType).trim().lower())
        .set(AdEvent::country).to(col(AdEvent::country).trim().upper())
        .fill(AdEvent::deviceType).with(UNKNOWN)
        .fill(AdEvent::os).with(UNKNOWN)
        .fill(AdEvent::browser).with(UNKNOWN)
        .fill(AdEvent::country).with(UNKNOWN)
        .fill(AdEvent::city).with(UNKNOWN)
        .fill(AdEvent::ageGroup).with(UNKNOWN)
        .fill(AdEvent::gender).with(UNKNOWN)
        .fill(AdEvent::cost).with(0.0)
        .fill(AdEvent::revenue).with(0.0)
        .require("has a user", col(AdEvent::userId).isNotNull())
        .require("has a time", col(AdEvent::timestamp).isNotNull())
        .require("known type", col(AdEvent::eventType).in(IMPRESSION, CLICK, CONVERSION))
        .require("no negative amount", col(AdEvent::bidPrice).ge(0)
            .and(col(AdEvent::cost).ge(0))
            .and(col(AdEvent::revenue).ge(0)))
        .require("revenue of conversions only", col(AdEvent::revenue).eq(0)
            .or(col(AdEvent::eventType).eq(CONVERSION))));
  }
}
