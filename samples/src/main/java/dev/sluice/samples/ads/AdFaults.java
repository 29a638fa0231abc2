package dev.sluice.samples.ads;

import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.generator.SeededValues;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * What goes wrong with events on their way: what arrives of each is decided by its id.
 *
 * <p>Of the events 1 % arrive twice, as exact copies. 0.5 % have no user, 0.2 % no time, 0.3 % an
 * unknown type, 0.3 % a negative cost, 0.2 % a revenue that only conversions may have. These cannot
 * be used. What can be mended: 1 % have a type in capitals and between spaces, 1 % a country in
 * small letters; 2 % have no device, os and browser, 2 % no age group and gender, 1 % no country and
 * city, and of the amounts that are zero 3 % are missing.
 *
 * <pre>{@code
 * List<AdEvent> arrived = new AdFaults(42).arrivals(events.event(10));
 * }</pre>
 *
 * @param seed which faults
 */
public record AdFaults(long seed) implements Serializable {

  /**
   * What arrives of an event.
   *
   * @param event as it was
   * @return one event, or two that are equal
   */
  public List<AdEvent> arrivals(AdEvent event) {
    SeededValues random = new SeededValues(seed, event.eventId());
    AdEvent dirty = dirty(event, random);
    return random.happens("twice", 0.01) ? List.of(dirty, dirty) : List.of(dirty);
  }

  private static AdEvent dirty(AdEvent event, SeededValues random) {
    boolean noDevice = random.happens("no device", 0.02);
    boolean noPerson = random.happens("no person", 0.02);
    boolean noPlace = random.happens("no place", 0.01);
    return new AdEvent(
        event.eventId(),
        random.happens("no user", 0.005) ? null : event.userId(),
        event.campaignId(),
        event.adId(),
        random.happens("no time", 0.002) ? null : event.timestamp(),
        type(event, random),
        noDevice ? null : event.deviceType(),
        noDevice ? null : event.os(),
        noDevice ? null : event.browser(),
        noPlace ? null : country(event, random),
        noPlace ? null : event.city(),
        noPerson ? null : event.ageGroup(),
        noPerson ? null : event.gender(),
        event.bidPrice(),
        cost(event, random),
        revenue(event, random));
  }

  private static String type(AdEvent event, SeededValues random) {
    if (random.happens("unknown type", 0.003)) {
      return "view";
    }
    return random.happens("capitals", 0.01)
        ? " " + event.eventType().toUpperCase(Locale.ROOT) + " "
        : event.eventType();
  }

  private static String country(AdEvent event, SeededValues random) {
    return random.happens("small country", 0.01)
        ? event.country().toLowerCase(Locale.ROOT)
        : event.country();
  }

  private static Double cost(AdEvent event, SeededValues random) {
    return random.happens("negative cost", 0.003)
        ? Double.valueOf(-event.bidPrice())
        : amount("no cost", event.cost(), random);
  }

  private static Double revenue(AdEvent event, SeededValues random) {
    return !event.eventType().equals(AdEvent.CONVERSION) && random.happens("wrong revenue", 0.002)
        ? Double.valueOf(1.0)
        : amount("no revenue", event.revenue(), random);
  }

  private static Double amount(String missing, Double amount, SeededValues random) {
    return amount == 0 && random.happens(missing, 0.03) ? null : amount;
  }
}
