package dev.sluice.samples.nexmark;

import dev.sluice.samples.nexmark.model.Bid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** In plain Java, over lists: the queries that group bids by time. */
final class PlainWindows {

  private PlainWindows() {}

  static List<HotItems.HotItem> hotItems(Events events) {
    Map<Instant, Map<Long, Long>> counts = new TreeMap<>();
    for (Bid bid : events.bids()) {
      long even = bid.at().getEpochSecond() / 2 * 2;
      for (int before = 0; before < 10; before += 2) {
        counts
            .computeIfAbsent(Instant.ofEpochSecond(even - before), from -> new TreeMap<>())
            .merge(bid.auction(), 1L, Long::sum);
      }
    }
    List<HotItems.HotItem> rows = new ArrayList<>();
    counts.forEach(
        (from, bids) -> {
          long most = Collections.max(bids.values());
          List<Long> auctions =
              bids.keySet().stream().filter(auction -> bids.get(auction) == most).toList();
          rows.add(
              new HotItems.HotItem(
                  from, from.plusSeconds(10), new HotItems.Hottest(auctions, most)));
        });
    return rows;
  }

  static List<Bid> highestBids(Events events) {
    Map<Long, List<Bid>> windows =
        events.bids().stream()
            .collect(Collectors.groupingBy(bid -> bid.at().getEpochSecond() / 10));
    return windows.values().stream()
        .flatMap(
            bids -> {
              long highest = bids.stream().mapToLong(Bid::price).max().orElseThrow();
              return bids.stream().filter(bid -> bid.price() == highest);
            })
        .toList();
  }

  static List<NewSellers.NewSeller> newSellers(Events events) {
    Set<List<Long>> sellers =
        events.auctions().stream()
            .map(auction -> List.of(auction.seller(), tenSeconds(auction.at())))
            .collect(Collectors.toSet());
    return events.persons().stream()
        .filter(person -> sellers.contains(List.of(person.id(), tenSeconds(person.at()))))
        .map(
            person -> new NewSellers.NewSeller(
                person.id(), person.name(), tenSeconds(person.at())))
        .toList();
  }

  private static long tenSeconds(Instant at) {
    return at.getEpochSecond() / 10 * 10_000;
  }

  static List<UserSessions.UserSession> userSessions(Events events) {
    List<UserSessions.UserSession> rows = new ArrayList<>();
    byBidder(events).forEach(
        (bidder, bids) -> {
          List<Instant> times = bids.stream().map(Bid::at).sorted().toList();
          int first = 0;
          for (int i = 1; i <= times.size(); i++) {
            if (i == times.size() || times.get(i).isAfter(times.get(i - 1).plusSeconds(10))) {
              rows.add(
                  new UserSessions.UserSession(
                      bidder, i - first, times.get(first), times.get(i - 1).plusSeconds(10)));
              first = i;
            }
          }
        });
    return rows;
  }

  /** Of each person all bids, since it is not in the events when they come. */
  static List<ClockWindows.ClockWindow> clockWindows(Events events) {
    List<ClockWindows.ClockWindow> rows = new ArrayList<>();
    byBidder(events).forEach(
        (bidder, bids) -> rows.add(
            new ClockWindows.ClockWindow(bidder, bids.size(), Instant.EPOCH)));
    return rows;
  }

  private static Map<Long, List<Bid>> byBidder(Events events) {
    return events.bids().stream().collect(Collectors.groupingBy(Bid::bidder));
  }

  static List<BiddingStatistics.BiddingDay> biddingDays(Events events) {
    List<BiddingStatistics.BiddingDay> rows = new ArrayList<>();
    events.bids().stream().collect(Collectors.groupingBy(PlainWindows::day)).forEach(
        (day, bids) -> {
          List<List<Bid>> ranks = PlainRanks.of(bids);
          rows.add(
              new BiddingStatistics.BiddingDay(
                  day,
                  bids.size(), ranks.get(0).size(), ranks.get(1).size(), ranks.get(2).size(),
                  PlainRanks.bidders(bids), PlainRanks.bidders(ranks.get(0)),
                  PlainRanks.bidders(ranks.get(1)), PlainRanks.bidders(ranks.get(2)),
                  PlainRanks.auctions(bids), PlainRanks.auctions(ranks.get(0)),
                  PlainRanks.auctions(ranks.get(1)), PlainRanks.auctions(ranks.get(2))));
        });
    return rows;
  }

  static List<ChannelStatistics.ChannelDay> channelDays(Events events) {
    record Key(String channel, Instant day) {}
    List<ChannelStatistics.ChannelDay> rows = new ArrayList<>();
    events.bids().stream()
        .collect(Collectors.groupingBy(bid -> new Key(bid.channel(), day(bid))))
        .forEach(
            (key, bids) -> {
              List<List<Bid>> ranks = PlainRanks.of(bids);
              Instant last = bids.stream().map(Bid::at).max(Instant::compareTo).orElseThrow();
              rows.add(
                  new ChannelStatistics.ChannelDay(
                      key.channel(), key.day(), last.toString().substring(11, 16),
                      bids.size(), ranks.get(0).size(), ranks.get(1).size(), ranks.get(2).size(),
                      PlainRanks.bidders(bids), PlainRanks.bidders(ranks.get(0)),
                      PlainRanks.bidders(ranks.get(1)), PlainRanks.bidders(ranks.get(2)),
                      PlainRanks.auctions(bids), PlainRanks.auctions(ranks.get(0)),
                      PlainRanks.auctions(ranks.get(1)), PlainRanks.auctions(ranks.get(2))));
            });
    return rows;
  }

  static List<AuctionStatistics.AuctionDay> auctionDays(Events events) {
    record Key(long auction, Instant day) {}
    List<AuctionStatistics.AuctionDay> rows = new ArrayList<>();
    events.bids().stream()
        .collect(Collectors.groupingBy(bid -> new Key(bid.auction(), day(bid))))
        .forEach(
            (key, bids) -> {
              List<List<Bid>> ranks = PlainRanks.of(bids);
              LongSummaryStatistics prices =
                  bids.stream().mapToLong(Bid::price).summaryStatistics();
              rows.add(
                  new AuctionStatistics.AuctionDay(
                      key.auction(), key.day(),
                      bids.size(), ranks.get(0).size(), ranks.get(1).size(), ranks.get(2).size(),
                      prices.getMin(), prices.getMax(), prices.getAverage(), prices.getSum()));
            });
    return rows;
  }

  private static Instant day(Bid bid) {
    return bid.at().truncatedTo(ChronoUnit.DAYS);
  }
}
