package dev.sluice.samples.nexmark;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An auction that is open, as queries 4 and 6 remember it.
 *
 * @param auction its number
 * @param expires when it closes
 * @param best the highest bid so far
 */
record Lot(long auction, Instant expires, long best) {

  /** When an auction is closed for certain: a bid of the very moment of its end still counts. */
  static Instant closed(Instant expires) {
    return expires.plusMillis(1);
  }

  /** Open auctions, after a further bid. */
  static List<Lot> with(List<Lot> open, Offers.Offer offer) {
    long best =
        open.stream()
            .filter(lot -> lot.auction == offer.auction())
            .mapToLong(lot -> Math.max(lot.best, offer.price()))
            .findFirst()
            .orElse(offer.price());
    return Stream.concat(
        open.stream().filter(lot -> lot.auction != offer.auction()),
        Stream.of(new Lot(offer.auction(), offer.expires(), best)))
        .toList();
  }

  /** Those of them that are closed at a moment, in the order of their numbers. */
  static List<Lot> closedAt(List<Lot> open, Instant moment) {
    return open.stream()
        .filter(lot -> closed(lot.expires).equals(moment))
        .sorted(Comparator.comparing(Lot::auction))
        .toList();
  }

  /** Those that stay open. */
  static List<Lot> openAfter(List<Lot> open, Instant moment) {
    return open.stream().filter(lot -> closed(lot.expires).isAfter(moment)).toList();
  }
}
