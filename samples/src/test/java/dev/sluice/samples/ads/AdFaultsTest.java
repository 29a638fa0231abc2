package dev.sluice.samples.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.samples.ads.model.AdEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AdFaultsTest {

  private static final int ROWS = 100_000;
  private static final AdEvents EVENTS = AdEvents.ofThirtyDays(ROWS, 42);
  private static final AdFaults FAULTS = new AdFaults(42);
  private static final List<List<AdEvent>> ALL =
      LongStream.range(0, ROWS)
          .mapToObj(number -> FAULTS.arrivals(EVENTS.event(number)))
          .toList();
  private static final Set<String> TYPES =
      Set.of(AdEvent.IMPRESSION, AdEvent.CLICK, AdEvent.CONVERSION);

  @Test
  void deliversOnePercentTwiceAsExactCopies() {
    List<List<AdEvent>> twice = ALL.stream().filter(arrived -> arrived.size() == 2).toList();

    assertThat(twice.size() / (double) ROWS).isCloseTo(0.01, within(0.002));
    assertThat(twice).allMatch(arrived -> arrived.get(0).equals(arrived.get(1)));
  }

  @Test
  void losesUsersTimesAndTypes() {
    assertThat(share(event -> event.userId() == null)).isCloseTo(0.005, within(0.001));
    assertThat(share(event -> event.timestamp() == null)).isCloseTo(0.002, within(0.0007));
    assertThat(share(event -> event.eventType().equals("view"))).isCloseTo(0.003, within(0.001));
    assertThat(share(event -> event.deviceType() == null)).isCloseTo(0.02, within(0.002));
    assertThat(share(event -> event.gender() == null)).isCloseTo(0.02, within(0.002));
    assertThat(share(event -> event.city() == null)).isCloseTo(0.01, within(0.002));
  }

  @Test
  void writesTypesAndCountriesInAnotherWay() {
    assertThat(
        share(event -> !TYPES.contains(event.eventType())
            && TYPES.contains(event.eventType().trim().toLowerCase(Locale.ROOT))))
        .isCloseTo(0.01, within(0.002));
    assertThat(share(event -> event.country() != null && event.country().matches("[a-z]+")))
        .isCloseTo(0.01, within(0.002));
  }

  @Test
  void getsAmountsWrong() {
    assertThat(share(event -> event.cost() != null && event.cost() < 0))
        .isCloseTo(0.003, within(0.001));
    assertThat(share(event -> event.revenue() != null && event.revenue() == 1.0))
        .isCloseTo(0.002, within(0.0007));
    assertThat(share(event -> event.revenue() == null)).isCloseTo(0.03 * 0.95, within(0.003));
  }

  @Test
  void leavesMostEventsAsTheyWere() {
    long unharmed =
        LongStream.range(0, ROWS)
            .filter(number -> ALL.get((int) number).equals(List.of(EVENTS.event(number))))
            .count();

    assertThat(unharmed / (double) ROWS).isBetween(0.85, 0.9);
  }

  private static double share(Predicate<AdEvent> condition) {
    return (double) ALL.stream().filter(arrived -> condition.test(arrived.get(0))).count() / ROWS;
  }
}
