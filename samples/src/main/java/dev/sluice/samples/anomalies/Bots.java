package dev.sluice.samples.anomalies;

import dev.sluice.samples.ads.AdEvents;
import dev.sluice.samples.ads.NumberedEvents;
import dev.sluice.samples.ads.model.AdEvent;
import java.time.Duration;

/**
 * Events of which those of one user of a hundred are made by a bot: one kind clicks whatever it is shown, one is shown always the same
 * ad, and for one bids are far too high.
 *
 * @param events what they are made of
 */
public record Bots(AdEvents events) implements NumberedEvents {

  private static final long EVENTS_OF_USER = 100;
  private static final long ONE_OF = 100;
  private static final int KINDS = 3;
  private static final long ALWAYS_SHOWN = 1;
  private static final double FAR_TOO_HIGH = 8;

  /**
   * Events of thirty days, a hundred of each user on average.
   *
   * @param rows how many events, at least 1
   * @param seed which data set of that size
   */
  public static Bots ofThirtyDays(long rows, long seed) {
    return new Bots(
        new AdEvents(
            seed,
            AdEvents.FIRST_DAY,
            Duration.ofDays(30).dividedBy(rows),
            Math.max(ONE_OF, rows / EVENTS_OF_USER),
            100));
  }

  /** Whether a user is a bot. */
  public static boolean isBot(long userId) {
    return userId % ONE_OF == ONE_OF / 2;
  }

  @Override
  public AdEvent event(long number) {
    AdEvent event = events.event(number);
    long user = event.userId();
    if (!isBot(user)) {
      return event;
    }
    return switch ((int) (user / ONE_OF % KINDS)) {
      case 0 -> AdEvents.turned(event, user, event.adId(), AdEvent.CLICK, event.bidPrice());
      case 1 -> AdEvents.turned(event, user, ALWAYS_SHOWN, event.eventType(), event.bidPrice());
      default -> AdEvents.turned(
          event, user, event.adId(), event.eventType(), event.bidPrice() * FAR_TOO_HIGH);
    };
  }
}
