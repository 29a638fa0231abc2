package dev.sluice.samples.nexmark;

import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.samples.nexmark.model.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** In plain Java, over lists: the queries that look at auctions and their bids. */
final class PlainAuctions {

  private PlainAuctions() {}

  static List<LocalItems.LocalItem> localItems(Events events) {
    List<LocalItems.LocalItem> rows = new ArrayList<>();
    Map<Long, Person> persons = persons(events);
    for (Auction auction : events.auctions()) {
      Person seller = persons.get(auction.seller());
      if (auction.category() == 10 && List.of("OR", "ID", "CA").contains(seller.state())) {
        rows.add(
            new LocalItems.LocalItem(
                seller.name(), seller.city(), seller.state(), auction.id()));
      }
    }
    return rows;
  }

  static List<CategoryPrices.CategoryPrice> categoryPrices(Events events) {
    List<CategoryPrices.CategoryPrice> rows = new ArrayList<>();
    Map<Long, List<Long>> prices = new HashMap<>();
    for (WinningBids.WinningBid sold : sold(events)) {
      List<Long> all = prices.computeIfAbsent(sold.category(), category -> new ArrayList<>());
      all.add(sold.price());
      rows.add(
          new CategoryPrices.CategoryPrice(sold.category(), sold.auction(), average(all)));
    }
    return rows;
  }

  static List<SellerPrices.SellerPrice> sellerPrices(Events events) {
    List<SellerPrices.SellerPrice> rows = new ArrayList<>();
    Map<Long, List<Long>> prices = new HashMap<>();
    for (WinningBids.WinningBid sold : sold(events)) {
      List<Long> all = prices.computeIfAbsent(sold.seller(), seller -> new ArrayList<>());
      all.add(sold.price());
      if (all.size() > 10) {
        all.remove(0);
      }
      rows.add(new SellerPrices.SellerPrice(sold.seller(), sold.auction(), average(all)));
    }
    return rows;
  }

  private static double average(List<Long> prices) {
    return prices.stream().mapToLong(price -> price).average().orElseThrow();
  }

  /** What was sold, in the order in which the auctions closed. */
  private static List<WinningBids.WinningBid> sold(Events events) {
    return winningBids(events).stream()
        .sorted(
            Comparator.comparing(WinningBids.WinningBid::expires)
                .thenComparing(WinningBids.WinningBid::auction))
        .toList();
  }

  static List<WinningBids.WinningBid> winningBids(Events events) {
    Map<Long, List<Bid>> bids = byAuction(events);
    return events.auctions().stream()
        .flatMap(
            auction -> bids.getOrDefault(auction.id(), List.of()).stream()
                .filter(bid -> !bid.at().isBefore(auction.at()))
                .filter(bid -> !bid.at().isAfter(auction.expires()))
                .min(Comparator.comparing(Bid::price).reversed().thenComparing(Bid::at))
                .stream()
                .map(bid -> winning(auction, bid)))
        .toList();
  }

  private static WinningBids.WinningBid winning(Auction auction, Bid bid) {
    return new WinningBids.WinningBid(
        auction.id(), auction.itemName(), auction.description(), auction.initialBid(),
        auction.reserve(), auction.at(), auction.expires(), auction.seller(), auction.category(),
        auction.extra(), bid.bidder(), bid.price(), bid.at(), bid.extra());
  }

  static List<Bid> lastBids(Events events) {
    Map<List<Long>, Bid> last = new HashMap<>();
    for (Bid bid : events.bids()) {
      last.merge(
          List.of(bid.bidder(), bid.auction()), bid, (a, b) -> a.at().isAfter(b.at()) ? a : b);
    }
    return List.copyOf(last.values());
  }

  static List<Bid> topBids(Events events) {
    return byAuction(events).values().stream()
        .flatMap(
            bids -> bids.stream()
                .sorted(Comparator.comparing(Bid::price).reversed().thenComparing(Bid::at))
                .limit(10))
        .toList();
  }

  static List<ExpandedBids.ExpandedBid> expandedBids(Events events) {
    Map<Long, Auction> auctions =
        events.auctions().stream().collect(Collectors.toMap(Auction::id, auction -> auction));
    List<ExpandedBids.ExpandedBid> rows = new ArrayList<>();
    for (Bid bid : events.bids()) {
      Auction auction = auctions.get(bid.auction());
      if (auction != null && auction.category() == 10) {
        rows.add(
            new ExpandedBids.ExpandedBid(
                bid.auction(), bid.bidder(), bid.price(), bid.channel(), bid.url(), bid.at(),
                bid.extra(), auction.itemName(), auction.description(), auction.initialBid(),
                auction.reserve(), auction.at(), auction.expires(), auction.seller(),
                auction.category(), auction.extra()));
      }
    }
    return rows;
  }

  static List<BidsOfSellers.BidOfSeller> bidsOfSellers(Events events) {
    Map<Long, Person> persons = persons(events);
    Map<Long, List<Auction>> auctions =
        events.auctions().stream().collect(Collectors.groupingBy(Auction::seller));
    List<BidsOfSellers.BidOfSeller> rows = new ArrayList<>();
    for (Bid bid : events.bids()) {
      Person person = persons.get(bid.bidder());
      for (Auction auction : auctions.getOrDefault(bid.bidder(), List.of())) {
        rows.add(
            new BidsOfSellers.BidOfSeller(
                bid.bidder(), bid.price(), bid.channel(), bid.url(), bid.extra(), person.name(),
                person.emailAddress(), person.creditCard(), person.city(), person.state(),
                person.extra(), auction.id(), auction.itemName(), auction.description(),
                auction.initialBid(), auction.reserve(), auction.at(), auction.expires(),
                auction.category(), auction.extra()));
      }
    }
    return rows;
  }

  private static Map<Long, Person> persons(Events events) {
    return events.persons().stream().collect(Collectors.toMap(Person::id, person -> person));
  }

  private static Map<Long, List<Bid>> byAuction(Events events) {
    return events.bids().stream().collect(Collectors.groupingBy(Bid::auction));
  }
}
