package dev.sluice.samples.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.samples.ads.model.AdEvent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KindsOfUsersTest {

  private static final int ROWS = 50_000;
  private static final KindsOfUsers USERS = KindsOfUsers.ofThirtyDays(ROWS, 42);
  private static final List<AdEvent> ALL =
      LongStream.range(0, ROWS).mapToObj(USERS::event).toList();

  private static List<AdEvent> of(Kind kind) {
    return ALL.stream().filter(event -> KindsOfUsers.kind(event.userId()) == kind).toList();
  }

  private static double mean(Kind kind) {
    List<AdEvent> events = of(kind);
    return (double) events.size()
        / events.stream().map(AdEvent::userId).distinct().count();
  }

  @Test
  void eachKindComesAsOftenAsItShould() {
    assertThat(mean(Kind.VIEWER)).isCloseTo(Kind.VIEWER.events(), within(6.0));
    assertThat(mean(Kind.FAN)).isCloseTo(Kind.FAN.events(), within(12.0));
  }

  @Test
  void onlyBuyersBuy() {
    assertThat(
        ALL.stream()
            .filter(event -> event.eventType().equals(AdEvent.CONVERSION))
            .map(event -> KindsOfUsers.kind(event.userId())))
        .containsOnly(Kind.BUYER);
  }

  @Test
  void aFanSeesOneCampaign() {
    assertThat(
        of(Kind.FAN).stream()
            .collect(
                Collectors.groupingBy(
                    AdEvent::userId,
                    Collectors.mapping(AdEvent::campaignId, Collectors.toSet())))
            .values())
        .allSatisfy(campaigns -> assertThat(campaigns).hasSize(1));
  }

  @Test
  void ofTwentyUsersEachKindHasItsShare() {
    assertThat(
        IntStream.rangeClosed(21, 40)
            .mapToObj(KindsOfUsers::kind)
            .collect(Collectors.groupingBy(kind -> kind, Collectors.counting())))
        .containsEntry(Kind.PASSER_BY, 8L)
        .containsEntry(Kind.FAN, 1L);
  }
}
