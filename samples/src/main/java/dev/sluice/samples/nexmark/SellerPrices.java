package dev.sluice.samples.nexmark;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.streaming.state.Stateful;
import java.util.ArrayList;
import java.util.List;

/**
 * Query 6: the average price of a seller's last ten auctions, each time that one closes. Spark streams
 * have no window over rows before, so it is a function with state.
 */
final class SellerPrices {

  private static final int LAST = 10;

  private SellerPrices() {}

  record SellerPrice(long seller, long auction, double average) {}

  record Sold(List<Lot> open, List<Long> last) {

    Sold with(long price) {
      List<Long> prices = new ArrayList<>(last);
      prices.add(price);
      return new Sold(open, prices.subList(Math.max(0, prices.size() - LAST), prices.size()));
    }

    double average() {
      return (double) last.stream().mapToLong(Long::longValue).sum() / last.size();
    }
  }

  static Stage<SellerPrice> of(TimedStage<Auction> auctions, TimedStage<Bid> bids) {
    return Stateful.inOrder(Offers.of(auctions, bids))
        .keyedBy(Offers.Offer::seller)
        .keeping(Sold.class)
        .process(
            SellerPrice.class,
            (offer, seller) -> {
              Sold sold = seller.state().orElse(new Sold(List.of(), List.of()));
              seller.keep(new Sold(Lot.with(sold.open(), offer), sold.last()));
              seller.wakeAt(Lot.closed(offer.expires()));
            },
            (at, seller) -> {
              Sold sold = seller.state().orElseThrow();
              for (Lot lot : Lot.closedAt(sold.open(), at)) {
                sold = sold.with(lot.best());
                seller.emit(new SellerPrice(seller.key(), lot.auction(), sold.average()));
              }
              seller.keep(new Sold(Lot.openAfter(sold.open(), at), sold.last()));
            });
  }
}
