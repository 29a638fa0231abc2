package dev.sluice.samples.ads;

import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.generator.SeededValues;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The events of an invented advertising platform, each computed from its number alone: in any
 * order, on any machine, with or without Spark.
 *
 * <pre>{@code
 * AdEvents events = AdEvents.ofThirtyDays(1_000_000, 42);
 * AdEvent tenth = events.event(10);
 * }</pre>
 *
 * <p>Events are numbered in the order of time, one in each step, without an end. A visit is five
 * events of one user, about three minutes apart; many visits go on at once. Of all events about 70
 * % are impressions, 25 % clicks, and 5 % conversions, one at the end of every fourth visit. A few
 * users come often, and a few campaigns are shown most; each campaign has its own appeal, by which
 * its ads are clicked more or less.
 *
 * <p>These events are valid; {@link AdFaults} makes them as dirty as real ones. Amounts are
 * multiples of a power of a half, so that sums of them are exact in a double, and no result depends
 * on the order in which they are added.
 *
 * @param seed which data set
 * @param start the time of the first event
 * @param step the time from one event to the next
 * @param users how many users there may be, at least 1; ids begin with 1
 * @param campaigns how many campaigns there may be, at least 1; ids begin with 1, and each campaign
 *     has ten ads
 */
public record AdEvents(long seed, Instant start, Duration step, long users, long campaigns)
    implements NumberedEvents {

  /** The first of the thirty days. */
  public static final Instant FIRST_DAY = Instant.parse("2026-03-01T00:00:00Z");

  private static final Duration THIRTY_DAYS = Duration.ofDays(30);

  private static final Duration PAUSE = Duration.ofMinutes(3);

  private static final long EVENTS_PER_VISIT = 5;

  private static final long ADS_PER_CAMPAIGN = 10;

  /** Of the visits. */
  private static final double CONVERTS = 0.25;

  /** Of the events after the first of a visit, so that it makes a quarter of all. */
  private static final double CLICKED = 1.0 / 3;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there are to be no users, no campaigns or no time
   */
  public AdEvents {
    if (users < 1 || campaigns < 1) {
      throw new IllegalArgumentException(
          "Give at least 1 user and 1 campaign, not %d and %d".formatted(users, campaigns));
    }
    if (step.isNegative() || step.isZero()) {
      throw new IllegalArgumentException("Give a step above zero, not " + step);
    }
  }

  /**
   * Events of which the first {@code rows} fill thirty days, with a user for ten events and a
   * campaign for a thousand.
   *
   * @param rows how many events, at least 1
   * @param seed which data set of that size
   * @throws IllegalArgumentException if there are to be no events
   */
  public static AdEvents ofThirtyDays(long rows, long seed) {
    if (rows < 1) {
      throw new IllegalArgumentException("Give at least 1 row, not " + rows);
    }
    return new AdEvents(
        seed,
        FIRST_DAY,
        THIRTY_DAYS.dividedBy(rows),
        Math.max(20, rows / 10),
        Math.max(10, Math.min(1_000, rows / 1_000)));
  }

  @Override
  public AdEvent event(long number) {
    SeededValues event = values("event", number);
    SeededValues visit = values("visit", visit(number));
    long userId = skewed(visit, "user", users);
    SeededValues user = values("user", userId);
    long campaignId = campaign(number, event, visit);
    String type = type(number, event, visit, campaignId);
    double bidPrice = (16 + Math.floor(event.skewed("bid price", 3) * 384)) / 64;
    String device = visit.oneOf("device", "mobile", "mobile", "desktop", "tablet");
    String country = user.oneOf("country", "DE", "ES", "FR", "GB", "IT", "NL", "PL", "SE");
    return new AdEvent(
        number,
        userId,
        campaignId,
        (campaignId - 1) * ADS_PER_CAMPAIGN + 1 + event.index("ad", ADS_PER_CAMPAIGN),
        time(number, event),
        type,
        device,
        device.equals("desktop")
            ? visit.oneOf("os", "Windows", "macOS", "Linux")
            : visit.oneOf("os", "Android", "iOS"),
        visit.oneOf("browser", "Chrome", "Safari", "Firefox", "Edge"),
        country,
        country + "-" + user.oneOf("city", "North", "South", "East", "West"),
        user.oneOf("age group", "18-24", "25-34", "35-44", "45-54", "55+"),
        user.oneOf("gender", "female", "male", "other"),
        bidPrice,
        cost(type, bidPrice),
        type.equals(AdEvent.CONVERSION) ? 5 + event.index("revenue", 120) / 4.0 : 0.0);
  }

  /** The visits that go on at once take turns, so that the events of each are a pause apart. */
  private long visit(long number) {
    return number / turns() / EVENTS_PER_VISIT * turns() + number % turns();
  }

  private long positionInVisit(long number) {
    return number / turns() % EVENTS_PER_VISIT;
  }

  private long turns() {
    return Math.max(1, PAUSE.toNanos() / step.toNanos());
  }

  private Instant time(long number, SeededValues event) {
    long nanos = step.toNanos() * number + event.index("time within the step", step.toNanos());
    return start.plusNanos(nanos).truncatedTo(ChronoUnit.MILLIS);
  }

  /** A visit is mostly about one campaign; conversions are always of that one. */
  private long campaign(long number, SeededValues event, SeededValues visit) {
    return converts(number, visit) || event.happens("same campaign", 0.6)
        ? skewed(visit, "campaign", campaigns)
        : skewed(event, "campaign", campaigns);
  }

  private String type(long number, SeededValues event, SeededValues visit, long campaignId) {
    if (converts(number, visit)) {
      return AdEvent.CONVERSION;
    }
    return positionInVisit(number) > 0 && event.happens("clicked", CLICKED * appeal(campaignId))
        ? AdEvent.CLICK
        : AdEvent.IMPRESSION;
  }

  private double appeal(long campaignId) {
    return 0.5 + values("campaign", campaignId).uniform("appeal");
  }

  /**
   * How many of the impressions and clicks of a campaign are clicks: as good a prediction as there is, for whoever does not
   * know the visit. Of the five events of a visit the first is an impression, and the last is neither for every fourth.
   *
   * @param campaignId its id, from 1
   * @return a probability
   */
  public double clickShare(long campaignId) {
    double notFirst = EVENTS_PER_VISIT - 1 - CONVERTS;
    return CLICKED * appeal(campaignId) * notFirst / (notFirst + 1);
  }

  private boolean converts(long number, SeededValues visit) {
    return positionInVisit(number) == EVENTS_PER_VISIT - 1 && visit.happens("converts", CONVERTS);
  }

  /**
   * An event that turned out otherwise, with the cost that it then has.
   *
   * @param event as it was
   * @param userId who was it
   * @param adId the ad, which says the campaign too
   * @param type what became of it
   * @param bidPrice what was bid
   * @return the event; a conversion earns what it did, or 20
   */
  public static AdEvent turned(
      AdEvent event, long userId, long adId, String type, double bidPrice) {
    return new AdEvent(
        event.eventId(),
        userId,
        (adId - 1) / ADS_PER_CAMPAIGN + 1,
        adId,
        event.timestamp(),
        type,
        event.deviceType(),
        event.os(),
        event.browser(),
        event.country(),
        event.city(),
        event.ageGroup(),
        event.gender(),
        bidPrice,
        cost(type, bidPrice),
        !type.equals(AdEvent.CONVERSION) ? 0.0 : event.revenue() > 0 ? event.revenue() : 20.0);
  }

  /** A click costs what was bid, an impression a 64th of it. */
  private static double cost(String type, double bidPrice) {
    return switch (type) {
      case AdEvent.CLICK -> bidPrice;
      case AdEvent.IMPRESSION -> bidPrice / 64;
      default -> 0.0;
    };
  }

  /** An id, the low ones most often. */
  private static long skewed(SeededValues random, String purpose, long count) {
    return 1 + (long) (random.skewed(purpose, 2) * count);
  }

  /** Values of one kind of thing, which differ from those of another with the same number. */
  private SeededValues values(String kind, long number) {
    return new SeededValues(seed + kind.hashCode(), number);
  }
}
