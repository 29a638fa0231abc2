package dev.sluice.samples.nexmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.samples.nexmark.model.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NexmarkEventsTest {

  private final Events events = new NexmarkEvents(42, 2_000).arrived();

  @Test
  void ofFiftyEventsOneIsAPersonAndThreeAreAuctions() {
    assertThat(events.persons()).hasSize(40);
    assertThat(events.auctions()).hasSize(120);
    assertThat(events.bids()).hasSize(1_840);
  }

  @Test
  void theSameSeedGivesTheSameEvents() {
    assertThat(new NexmarkEvents(42, 2_000).arrived()).isEqualTo(events);
    assertThat(new NexmarkEvents(43, 2_000).arrived()).isNotEqualTo(events);
  }

  @Test
  void noTwoEventsHappenAtTheSameTime() {
    assertThat(events.all()).extracting(Event::at).doesNotHaveDuplicates();
  }

  @Test
  void eventsAreOutOfOrderButNotLaterThanTheLateness() {
    Instant newest = Instant.MIN;
    int outOfOrder = 0;
    for (Event event : events.all()) {
      outOfOrder += event.at().isBefore(newest) ? 1 : 0;
      newest = event.at().isAfter(newest) ? event.at() : newest;
      assertThat(event.at()).isAfter(newest.minus(NexmarkEvents.LATENESS));
    }
    assertThat(outOfOrder).isGreaterThan(500);
  }

  @Test
  void someBidsComeBeforeTheirAuctionOpensSomeInTimeAndSomeTooLate() {
    assertThat(bids((auction, bid) -> bid.at().isBefore(auction.at()))).isNotEmpty();
    assertThat(
        bids(
            (auction, bid) -> !bid.at().isBefore(auction.at())
                && !bid.at().isAfter(auction.expires())))
        .hasSizeGreaterThan(500);
    assertThat(bids((auction, bid) -> bid.at().isAfter(auction.expires()))).isNotEmpty();
  }

  private List<Bid> bids(BiPredicate<Auction, Bid> when) {
    Map<Long, Auction> auctions =
        events.auctions().stream().collect(Collectors.toMap(Auction::id, auction -> auction));
    return events.bids().stream()
        .filter(bid -> auctions.containsKey(bid.auction()))
        .filter(bid -> when.test(auctions.get(bid.auction()), bid))
        .toList();
  }

  @Test
  void aSittingIsOverBeforeTheNextOneBegins() {
    NexmarkEvents most = new NexmarkEvents(42, NexmarkEvents.MOST);

    assertThat(most.event(NexmarkEvents.MOST / 4 - 1).at())
        .isBefore(most.event(NexmarkEvents.MOST / 4).at());
  }

  @Test
  void refusesNoEventsAndTooMany() {
    assertThatThrownBy(() -> new NexmarkEvents(42, 0)).hasMessageContaining("1 to 1000000 events");
    assertThatThrownBy(() -> new NexmarkEvents(42, NexmarkEvents.MOST + 1))
        .hasMessageContaining("not 1000001");
  }
}
