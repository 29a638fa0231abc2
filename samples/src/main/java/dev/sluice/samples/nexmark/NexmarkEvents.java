package dev.sluice.samples.nexmark;

import dev.sluice.samples.generator.SeededValues;
import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.samples.nexmark.model.Event;
import dev.sluice.samples.nexmark.model.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Events of an auction house, in the proportions of the Nexmark benchmark: of fifty events one is a
 * person, three are auctions, and 46 are bids. Each is computed from the seed and its number alone.
 *
 * <pre>{@code
 * Events events = new NexmarkEvents(42, 10_000).arrived();
 * }</pre>
 *
 * <p>The house has four sittings, four hours apart, that begin ten seconds before a full hour; the
 * second goes on over midnight (UTC). In a sitting something happens every 40 milliseconds. Half of
 * the bids are for one of the newest auctions, and a few people sell and bid most.
 *
 * @param seed which events
 * @param count how many, at least 1 and at most {@link #MOST}
 */
record NexmarkEvents(long seed, long count) {

  /** So many that a sitting is over before the next one begins. */
  static final long MOST = 1_000_000;

  /** How much later than the newest event another may come. */
  static final Duration LATENESS = Duration.ofSeconds(4);

  /** No auction is open for longer. */
  static final Duration LONGEST_AUCTION = Duration.ofSeconds(20);

  /** The number of the first person, and of the first auction. */
  static final long FIRST = 1_000;

  private static final Instant START = Instant.parse("2026-03-01T19:59:50Z");
  private static final Duration FROM_SITTING_TO_SITTING = Duration.ofHours(4);
  private static final long SITTINGS = 4;
  private static final Duration STEP = Duration.ofMillis(40);
  private static final long LONGEST_WAY_MILLIS = 3_000;

  private static final long IN_A_ROUND = 50;
  private static final long AUCTIONS_IN_A_ROUND = 3;
  private static final long FIRST_CATEGORY = 10;
  private static final long CATEGORIES = 5;

  NexmarkEvents {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "there may be 1 to %d events, not %d".formatted(MOST, count));
    }
  }

  /** All of them in the order in which they arrive, each up to three seconds after it happened. */
  Events arrived() {
    record Arrival(Event event, Instant at) {}
    List<Event> events =
        LongStream.range(0, count)
            .mapToObj(
                number -> new Arrival(
                    event(number),
                    time(number).plusMillis(values("way", number).index("ms", LONGEST_WAY_MILLIS))))
            .sorted(Comparator.comparing(Arrival::at))
            .map(Arrival::event)
            .toList();
    return new Events(events);
  }

  /** The event of a number, from 0. */
  Event event(long number) {
    long inRound = number % IN_A_ROUND;
    if (inRound == 0) {
      return person(number);
    }
    return inRound <= AUCTIONS_IN_A_ROUND ? auction(number) : bid(number);
  }

  private Person person(long number) {
    long id = lastPerson(number);
    SeededValues person = values("person", id);
    String first = person.oneOf("first", "Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gina", "Hal");
    String last = person.oneOf("last", "Abel", "Brand", "Costa", "Diaz", "Ewing", "Frost");
    return new Person(
        id,
        first + " " + last,
        "%s.%s.%d@example.com".formatted(first, last, id).toLowerCase(Locale.ROOT),
        "%04d %04d".formatted(person.index("card", 10_000), person.index("number", 10_000)),
        person.oneOf("city", "Phoenix", "Portland", "Boise", "Seattle", "Bend", "Oakland"),
        person.oneOf("state", "AZ", "CA", "ID", "OR", "WA", "WY"),
        time(number),
        filling(person));
  }

  private Auction auction(long number) {
    long id = lastAuction(number);
    SeededValues auction = values("auction", id);
    long initial = price(auction);
    Instant opens = time(number);
    return new Auction(
        id,
        auction.oneOf("item", "lamp", "chair", "bicycle", "painting", "camera", "vase"),
        auction.oneOf("state", "new", "used", "antique", "broken") + ", number " + id,
        initial,
        initial + price(auction) / 2,
        opens,
        opens.plusMillis(1 + auction.index("open", LONGEST_AUCTION.toMillis())),
        seller(auction, lastPerson(number)),
        FIRST_CATEGORY + auction.index("category", CATEGORIES),
        filling(auction));
  }

  private Bid bid(long number) {
    SeededValues bid = values("bid", number);
    String channel =
        bid.happens("hot channel", 0.5)
            ? bid.oneOf("name", "Google", "Facebook", "Baidu", "Apple")
            : "channel-" + bid.index("channel", 20);
    return new Bid(
        auctionOf(bid, lastAuction(number)),
        bidder(bid, lastPerson(number)),
        price(bid),
        channel,
        url(bid, channel),
        time(number),
        filling(bid));
  }

  private static String url(SeededValues bid, String channel) {
    String page =
        "https://auctions.example/%s/%s/%s/item.htm?query=1"
            .formatted(
                bid.oneOf("one", "art", "home", "sport"),
                bid.oneOf("two", "old", "new"),
                bid.oneOf("three", "big", "small", "odd"));
    return channel.startsWith("channel-") && bid.happens("says its channel", 0.8)
        ? page + "&channel_id=" + channel.substring("channel-".length())
        : page;
  }

  /** Half of the bids go to one of the ten newest; some to one that has closed, or has yet to open. */
  private static long auctionOf(SeededValues bid, long last) {
    long number = last - FIRST;
    long chosen =
        bid.happens("hot auction", 0.5)
            ? number / 10 * 10
            : number - 30 + bid.index("auction", 33);
    return FIRST + Math.max(0, chosen);
  }

  /** Three quarters of the auctions are of one in a hundred people. */
  private static long seller(SeededValues auction, long last) {
    return auction.happens("hot seller", 0.75)
        ? FIRST + (last - FIRST) / 100 * 100
        : anybody(auction, last);
  }

  /** Half of the bids are of another one. */
  private static long bidder(SeededValues bid, long last) {
    return bid.happens("hot bidder", 0.5)
        ? Math.min(last, FIRST + (last - FIRST) / 100 * 100 + 1)
        : anybody(bid, last);
  }

  private static long anybody(SeededValues values, long last) {
    long people = Math.min(1_000, last - FIRST + 1);
    return last - values.index("person", people);
  }

  /** From a dollar to a million, as often between 1 and 10 as between 10,000 and 100,000. */
  private static long price(SeededValues values) {
    return Math.round(StrictMath.pow(10, values.uniform("price") * 6) * 100);
  }

  private static String filling(SeededValues values) {
    StringBuilder text = new StringBuilder();
    long length = 10 + values.index("length", 10);
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + values.index("letter " + i, 26)));
    }
    return text.toString();
  }

  /** The newest person at that event; it is that person, if the event is one. */
  private static long lastPerson(long number) {
    return FIRST + number / IN_A_ROUND;
  }

  private static long lastAuction(long number) {
    long inRound = Math.min(number % IN_A_ROUND, AUCTIONS_IN_A_ROUND);
    return FIRST + Math.max(0, number / IN_A_ROUND * AUCTIONS_IN_A_ROUND + inRound - 1);
  }

  private Instant time(long number) {
    long inSitting = (count + SITTINGS - 1) / SITTINGS;
    return START
        .plus(FROM_SITTING_TO_SITTING.multipliedBy(number / inSitting))
        .plus(STEP.multipliedBy(number % inSitting))
        .plusMillis(values("time", number).index("ms", STEP.toMillis()));
  }

  private SeededValues values(String kind, long number) {
    return new SeededValues(seed + kind.hashCode(), number);
  }
}
