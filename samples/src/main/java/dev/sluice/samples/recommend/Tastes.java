package dev.sluice.samples.recommend;

import dev.sluice.samples.ads.AdEvents;
import dev.sluice.samples.ads.NumberedEvents;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.generator.SeededValues;
import java.time.Duration;

/**
 * Events of users who have tastes: each user likes and dislikes three things more or less, each ad has more or less of them, and the
 * better both fit the more often the ad is clicked. A quarter of what is clicked is bought. Each user sees each ad equally often.
 *
 * @param events what they are made of: when, where and with which device
 */
public record Tastes(AdEvents events) implements NumberedEvents {

  /** How many things there are that users like. */
  public static final int THINGS = 3;

  private static final long USERS = 500;

  /** Each has ten ads. */
  private static final long CAMPAIGNS = 30;

  /** How often an ad is clicked by a user to whom it means nothing. */
  private static final double INDIFFERENT = 0.4;

  private static final double BUYS = 0.25;

  /**
   * Events of thirty days, of 500 users and 300 ads.
   *
   * @param rows how many events, at least 1
   * @param seed which data set of that size
   */
  public static Tastes ofThirtyDays(long rows, long seed) {
    return new Tastes(
        new AdEvents(
            seed, AdEvents.FIRST_DAY, Duration.ofDays(30).dividedBy(rows), USERS, CAMPAIGNS));
  }

  @Override
  public AdEvent event(long number) {
    SeededValues random = values("outcome", number);
    AdEvent event = events.event(number);
    long userId = 1 + random.index("user", events.users());
    long adId = 1 + random.index("ad", events.campaigns() * 10);
    boolean clicked = random.happens("clicked", clicks(userId, adId));
    String type =
        !clicked
            ? AdEvent.IMPRESSION
            : random.happens("bought", BUYS) ? AdEvent.CONVERSION : AdEvent.CLICK;
    return AdEvents.turned(event, userId, adId, type, event.bidPrice());
  }

  /**
   * What is to be expected of a user and an ad, where an ad that was only shown counts 0, a click 1 and a conversion 2: nobody can
   * predict an event better.
   *
   * @param userId from 1
   * @param adId from 1
   */
  public double expected(long userId, long adId) {
    return clicks(userId, adId) * (1 + BUYS);
  }

  /** Of what fits: a product of three factors, but where it would be no probability. */
  private double clicks(long userId, long adId) {
    SeededValues user = values("likes", userId);
    SeededValues ad = values("has", adId);
    double fits = 0;
    for (int thing = 0; thing < THINGS; thing++) {
      fits += fromMinusOne(user, thing) * fromMinusOne(ad, thing);
    }
    return Math.max(0, Math.min(1, INDIFFERENT + INDIFFERENT * fits));
  }

  private static double fromMinusOne(SeededValues random, int thing) {
    return 2 * random.uniform("thing " + thing) - 1;
  }

  private SeededValues values(String kind, long number) {
    return new SeededValues(events.seed() + kind.hashCode(), number);
  }
}
