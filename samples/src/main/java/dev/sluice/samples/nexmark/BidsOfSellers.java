package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.samples.nexmark.model.Person;
import java.time.Duration;
import java.time.Instant;

/**
 * Query 23: all bids of people who sell something themselves, with the person and with each of those
 * auctions. A stream has to forget, so they are at most a day apart.
 */
final class BidsOfSellers {

  private static final Duration DAY = Duration.ofDays(1);

  private BidsOfSellers() {}

  record BidOfPerson(
      long bidder, long price, String channel, String url, String extra, Instant at,
      String name, String emailAddress, String creditCard, String city, String state,
      String personExtra) {}

  record BidOfSeller(
      long bidder, long price, String channel, String url, String extra,
      String name, String emailAddress, String creditCard, String city, String state,
      String personExtra, long auction, String itemName, String description, long initialBid,
      long reserve, Instant opened, Instant expires, long category, String auctionExtra) {}

  static Stage<BidOfSeller> of(
      TimedStage<Person> persons, TimedStage<Auction> auctions, TimedStage<Bid> bids) {
    return bids
        .join(persons).on(Bid::bidder).equalTo(Person::id)
        .within(DAY.negated(), DAY)
        .select((b, p) -> row(BidOfPerson::new).of(
            b.col(Bid::bidder), b.col(Bid::price), b.col(Bid::channel), b.col(Bid::url),
            b.col(Bid::extra), b.col(Bid::at), p.col(Person::name), p.col(Person::emailAddress),
            p.col(Person::creditCard), p.col(Person::city), p.col(Person::state),
            p.col(Person::extra)))
        .timedBy(BidOfPerson::at)
        .join(auctions).on(BidOfPerson::bidder).equalTo(Auction::seller)
        .within(DAY.negated(), DAY)
        .select((b, a) -> row(BidOfSeller::new).of(
            b.col(BidOfPerson::bidder), b.col(BidOfPerson::price), b.col(BidOfPerson::channel),
            b.col(BidOfPerson::url), b.col(BidOfPerson::extra), b.col(BidOfPerson::name),
            b.col(BidOfPerson::emailAddress), b.col(BidOfPerson::creditCard),
            b.col(BidOfPerson::city), b.col(BidOfPerson::state), b.col(BidOfPerson::personExtra),
            a.col(Auction::id), a.col(Auction::itemName), a.col(Auction::description),
            a.col(Auction::initialBid), a.col(Auction::reserve), a.col(Auction::at),
            a.col(Auction::expires), a.col(Auction::category), a.col(Auction::extra)));
  }
}
