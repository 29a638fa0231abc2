package dev.sluice.samples.ysb;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The events of the benchmark, each made of its number alone: a hundred campaigns of ten ads each,
 * and as many views, clicks and purchases.
 *
 * @param events how many
 */
record YsbEvents(long events) {

  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private static final int CAMPAIGNS = 100;
  private static final int ADS = 1_000;
  private static final List<String> TYPES = List.of("view", "click", "purchase");

  /** So many events happen in a millisecond. */
  private static final int DENSITY = 10;

  static List<Ad> ads() {
    return IntStream.range(0, ADS)
        .mapToObj(ad -> new Ad("ad-" + ad, "campaign-" + ad % CAMPAIGNS))
        .toList();
  }

  private static int ad(long number) {
    return random(number).nextInt(ADS);
  }

  private static SplittableRandom random(long number) {
    return new SplittableRandom(number * 7_919 + 17);
  }

  static boolean isView(long number) {
    return number % TYPES.size() == 0;
  }

  private static Instant at(long number) {
    return START.plusMillis(number / DENSITY);
  }

  /** An event as JSON. */
  static String json(long number) {
    return json(number, at(number));
  }

  static String json(long number, Instant at) {
    return "{\"user_id\":\"user-%d\",\"page_id\":\"page-%d\",\"ad_id\":\"ad-%d\",\"ad_type\":\"banner\",\"event_type\":\"%s\",\"event_time\":\"%s\",\"ip_address\":\"10.0.0.1\"}"
        .formatted(
            number % 10_007,
            number % 1_009,
            ad(number),
            TYPES.get((int) (number % TYPES.size())),
            at);
  }

  /** A view so late that all windows before it close. */
  String last() {
    return json(0, START.plusSeconds(1_000_000));
  }

  /** What the counts must be, by campaign and window: computed from the events alone. */
  TreeMap<String, Long> expected() {
    TreeMap<String, Long> counts = new TreeMap<>();
    for (long i = 0; i < events; i++) {
      if (isView(i)) {
        long second = at(i).getEpochSecond();
        counts.merge(
            key("campaign-" + ad(i) % CAMPAIGNS, Instant.ofEpochSecond(second - second % 10)),
            1L,
            Long::sum);
      }
    }
    return counts;
  }

  static String key(String campaign, Instant from) {
    return campaign + " " + from;
  }
}
