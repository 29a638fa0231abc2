package dev.sluice.samples.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.samples.ads.model.AdEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AdEventsTest {

  private static final int ROWS = 100_000;
  private static final AdEvents EVENTS = AdEvents.ofThirtyDays(ROWS, 42);
  private static final List<AdEvent> ALL =
      LongStream.range(0, ROWS).mapToObj(EVENTS::event).toList();

  /** Written down, as the event must be the same on every machine and in every version. */
  @Test
  void givesTheSameEventForEver() {
    assertThat(EVENTS.event(1_000)).isEqualTo(
        new AdEvent(
            1_000, 295L, 3, 29, Instant.parse("2026-03-01T07:12:15.947Z"), "impression", "tablet",
            "Android", "Chrome", "FR", "FR-North", "18-24", "other", 0.921875, 0.014404296875,
            0.0));
  }

  @Test
  void givesOtherEventsForAnotherSeed() {
    AdEvents others = AdEvents.ofThirtyDays(ROWS, 43);

    assertThat(LongStream.range(0, 100).filter(i -> others.event(i).equals(EVENTS.event(i))))
        .isEmpty();
  }

  @Test
  void arrivesUnderItsNumber() {
    // #region events
    AdEvents events = AdEvents.ofThirtyDays(1_000_000, 42);
    AdEvent happened = events.event(999_999);
    List<AdEvent> arrived = new AdFaults(42).arrivals(happened); // as it was, changed, or twice
    // #endregion

    assertThat(arrived).extracting(AdEvent::eventId).containsOnly(happened.eventId());
  }

  @Test
  void divides70To25To5AmongTheTypes() {
    assertThat(share(event -> event.eventType().equals(AdEvent.IMPRESSION)))
        .isCloseTo(0.70, within(0.01));
    assertThat(share(event -> event.eventType().equals(AdEvent.CLICK)))
        .isCloseTo(0.25, within(0.01));
    assertThat(share(event -> event.eventType().equals(AdEvent.CONVERSION)))
        .isCloseTo(0.05, within(0.005));
  }

  @Test
  void fillsThirtyDaysInTheOrderOfTheNumbers() {
    assertThat(ALL).extracting(AdEvent::timestamp).isSorted();
    assertThat(ALL.get(ROWS - 1).timestamp())
        .isBetween(
            Instant.parse("2026-03-30T23:59:00Z"), AdEvents.FIRST_DAY.plus(Duration.ofDays(30)));
  }

  @Test
  void hasAThousandCampaignsWithTenAdsEachForAMillionRows() {
    AdEvents million = AdEvents.ofThirtyDays(1_000_000, 42);
    List<AdEvent> some =
        LongStream.range(0, ROWS).mapToObj(number -> million.event(10 * number)).toList();

    assertThat(some).extracting(AdEvent::campaignId).allMatch(id -> id >= 1 && id <= 1_000);
    assertThat(some).extracting(AdEvent::adId).allMatch(id -> id >= 1 && id <= 10_000);
    assertThat(some).extracting(AdEvent::userId).allMatch(id -> id >= 1 && id <= 100_000);
    assertThat(some.stream().map(AdEvent::campaignId).distinct()).hasSizeGreaterThan(990);
  }

  @Test
  void keepsAnAdInItsCampaign() {
    Map<Long, Long> campaignsOfAnAd = distinctBy(AdEvent::adId, AdEvent::campaignId);

    assertThat(campaignsOfAnAd.values()).containsOnly(1L);
  }

  @Test
  void keepsTheCountryAndTheAgeGroupOfAUser() {
    assertThat(distinctBy(AdEvent::userId, AdEvent::country).values()).containsOnly(1L);
    assertThat(distinctBy(AdEvent::userId, AdEvent::ageGroup).values()).containsOnly(1L);
  }

  @Test
  void putsTheEventsOfAVisitAboutThreeMinutesApart() {
    AdEvents million = AdEvents.ofThirtyDays(1_000_000, 42);
    long turns = 69; // steps of 2.592 s in three minutes
    List<AdEvent> visit = IntStream.range(0, 5).mapToObj(i -> million.event(i * turns)).toList();

    assertThat(visit.stream().map(AdEvent::userId).distinct()).hasSize(1);
    for (int i = 1; i < 5; i++) {
      assertThat(Duration.between(visit.get(i - 1).timestamp(), visit.get(i).timestamp()))
          .isBetween(Duration.ofSeconds(175), Duration.ofSeconds(185));
    }
  }

  @Test
  void letsSomeCampaignsBeClickedMoreThanOthers() {
    Map<Long, Double> clicks =
        ALL.stream()
            .collect(
                Collectors.groupingBy(
                    AdEvent::campaignId,
                    Collectors.averagingDouble(
                        event -> event.eventType().equals(AdEvent.CLICK) ? 1 : 0)));

    assertThat(clicks.values()).anyMatch(share -> share < 0.18).anyMatch(share -> share > 0.32);
  }

  @Test
  void earnsByConversionsAloneAndPaysForTheOthers() {
    assertThat(ALL).allMatch(
        event -> event.revenue() > 0 == event.eventType().equals(AdEvent.CONVERSION));
    assertThat(ALL).allMatch(
        event -> event.cost() > 0 != event.eventType().equals(AdEvent.CONVERSION));
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    assertThatThrownBy(() -> AdEvents.ofThirtyDays(0, 42)).hasMessage("Give at least 1 row, not 0");
    assertThatThrownBy(() -> new AdEvents(42, Instant.EPOCH, Duration.ZERO, 1, 1))
        .hasMessageContaining("step above zero");
    assertThatThrownBy(() -> new AdEvents(42, Instant.EPOCH, Duration.ofDays(1), 0, 1))
        .hasMessageContaining("at least 1 user");
  }

  private static double share(Predicate<AdEvent> condition) {
    return (double) ALL.stream().filter(condition).count() / ROWS;
  }

  private static Map<Long, Long> distinctBy(
      Function<AdEvent, Long> key, Function<AdEvent, Object> value) {
    return ALL.stream()
        .map(event -> Map.entry(key.apply(event), Objects.requireNonNull(value.apply(event))))
        .distinct()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.counting()));
  }
}
