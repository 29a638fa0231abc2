package dev.sluice.samples.segments;

import dev.sluice.samples.ads.AdEvents;
import dev.sluice.samples.ads.NumberedEvents;
import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.samples.generator.SeededValues;

/**
 * Events of users of five kinds, of whom it is known who is of which.
 *
 * @param events what they are made of: when, where and with which device
 * @param groups how many times {@link Kind#ALL} users there are, at least 1
 */
public record KindsOfUsers(AdEvents events, long groups) implements NumberedEvents {

  private static final int EVENTS_OF_GROUP = eventsOfGroup();

  /**
   * Events of a month, so many that each kind has about as many for each user as it should.
   *
   * @param rows how many events, at least 1
   * @param seed which data set of that size
   */
  public static KindsOfUsers ofThirtyDays(long rows, long seed) {
    return new KindsOfUsers(
        AdEvents.ofThirtyDays(rows, seed), Math.max(1, rows / EVENTS_OF_GROUP));
  }

  private static int eventsOfGroup() {
    int events = 0;
    for (Kind kind : Kind.values()) {
      events += kind.share() * kind.events();
    }
    return events;
  }

  /**
   * Which kind a user is of.
   *
   * @param userId from 1
   */
  public static Kind kind(long userId) {
    int place = (int) ((userId - 1) % Kind.ALL);
    for (Kind kind : Kind.values()) {
      place -= kind.share();
      if (place < 0) {
        return kind;
      }
    }
    throw new IllegalArgumentException("there is no user " + userId);
  }

  @Override
  public AdEvent event(long number) {
    SeededValues random = new SeededValues(events.seed() + "kind".hashCode(), number);
    AdEvent event = events.event(number);
    long userId = user(random);
    Kind kind = kind(userId);
    long adId =
        kind.isLoyal()
            ? 1 + userId % events.campaigns() * 10 + event.adId() % 10
            : event.adId();
    return AdEvents.turned(event, userId, adId, type(kind, random),
        event.bidPrice() * kind.dearer());
  }

  /** Whose turn it is: in each group the kinds that do more come more often. */
  private long user(SeededValues random) {
    long turn = random.index("whose turn", EVENTS_OF_GROUP);
    int first = 0;
    for (Kind kind : Kind.values()) {
      long events = (long) kind.share() * kind.events();
      if (turn < events) {
        long place = first + turn / kind.events();
        return 1 + random.index("group", groups) * Kind.ALL + place;
      }
      turn -= events;
      first += kind.share();
    }
    throw new AssertionError("a turn is of some kind");
  }

  private static String type(Kind kind, SeededValues random) {
    double what = random.uniform("what");
    if (what < kind.converts()) {
      return AdEvent.CONVERSION;
    }
    return what < kind.converts() + kind.clicks() ? AdEvent.CLICK : AdEvent.IMPRESSION;
  }
}
