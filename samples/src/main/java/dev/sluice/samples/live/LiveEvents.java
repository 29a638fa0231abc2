package dev.sluice.samples.live;

import dev.sluice.samples.live.model.Behaviour;
import dev.sluice.samples.live.model.Bid;
import dev.sluice.samples.live.model.Click;
import dev.sluice.samples.live.model.Impression;
import dev.sluice.samples.live.model.Login;
import dev.sluice.samples.live.model.Sale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Invented events, each made of its number and a seed alone. Their time runs faster than the clock,
 * so that windows of minutes close while one looks on; some events are late.
 *
 * @param seed which events
 * @param start the time of the first event
 * @param step the time from one event to the next
 */
record LiveEvents(long seed, Instant start, Duration step) {

  private static final List<String> CITIES = List.of("Berlin", "LYON", "porto", "Oslo");
  private static final List<String> EVENTS = List.of("1", "2", "3", "Login", "LOGOUT");
  private static final List<String> DEVICES = List.of("mobile", "desktop", "tablet");
  private static final int LATE = 20;
  private static final int LATEST_SECONDS = 240;
  private static final int LATEST_CLICK_SECONDS = 360;

  /** A second of their time from one event to the next. */
  static LiveEvents of(long seed) {
    return new LiveEvents(seed, Instant.parse("2026-03-01T00:00:00Z"), Duration.ofSeconds(1));
  }

  private SplittableRandom random(long number) {
    return new SplittableRandom(seed * 1_000_003 + number);
  }

  /** One of twenty is up to four minutes late. */
  private Instant time(long number, SplittableRandom random) {
    Instant due = start.plus(step.multipliedBy(number));
    return random.nextInt(LATE) == 0 ? due.minusSeconds(random.nextInt(LATEST_SECONDS)) : due;
  }

  Sale sale(long number) {
    SplittableRandom random = random(number);
    Instant at = time(number, random);
    return new Sale(random.nextInt(1, 9), random.nextInt(4, 400) / 4.0, at);
  }

  Behaviour behaviour(long number) {
    SplittableRandom random = random(number);
    return new Behaviour(
        CITIES.get(random.nextInt(CITIES.size())),
        "site" + random.nextInt(3) + ".example",
        EVENTS.get(random.nextInt(EVENTS.size())));
  }

  /** Of each hundred bids of a row, forty are of one user and one ad. */
  Bid bid(long number) {
    SplittableRandom random = random(number);
    Instant at = time(number, random);
    boolean fraud = number % 100 < 40;
    long campaign = fraud ? 1 : random.nextInt(1, 6);
    return new Bid(
        number,
        fraud ? 666 : random.nextInt(1, 40),
        campaign,
        fraud ? 10 : campaign * 10 + random.nextInt(10),
        random.nextInt(1, 48) / 4.0,
        DEVICES.get(random.nextInt(DEVICES.size())),
        at);
  }

  Impression impression(long number) {
    SplittableRandom random = random(number);
    Instant at = time(number, random);
    return new Impression("i" + number, "campaign" + random.nextInt(4), at);
  }

  /** Of every second impression, up to six minutes later: one of six is too late for it. */
  Click click(long number) {
    Impression shown = impression(number - number % 2);
    return new Click(
        number % 2 == 0 ? shown.uuid() : "of nobody " + number,
        shown.at().plusSeconds(random(number).nextInt(LATEST_CLICK_SECONDS)));
  }

  /** Users are {@code user0} to {@code user19}; one in twenty logins is of nobody who is known. */
  Login login(long number) {
    SplittableRandom random = random(number);
    return new Login("user" + random.nextInt(21), time(number, random));
  }
}
