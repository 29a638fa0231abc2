package dev.sluice.samples.nexmark;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.streaming.state.Stateful;
import java.util.List;

/**
 * Query 4: the average price of a category, each time that one of its auctions closes. A group of
 * groups that changes is nothing that Spark streams can compute, so it is a function with state.
 */
final class CategoryPrices {

  private CategoryPrices() {}

  record CategoryPrice(long category, long auction, double average) {}

  record Sold(List<Lot> open, long auctions, long total) {}

  static Stage<CategoryPrice> of(TimedStage<Auction> auctions, TimedStage<Bid> bids) {
    return Stateful.inOrder(Offers.of(auctions, bids))
        .keyedBy(Offers.Offer::category)
        .keeping(Sold.class)
        .process(
            CategoryPrice.class,
            (offer, category) -> {
              Sold sold = category.state().orElse(new Sold(List.of(), 0, 0));
              category.keep(new Sold(Lot.with(sold.open(), offer), sold.auctions(), sold.total()));
              category.wakeAt(Lot.closed(offer.expires()));
            },
            (at, category) -> {
              Sold sold = category.state().orElseThrow();
              long number = sold.auctions();
              long total = sold.total();
              for (Lot lot : Lot.closedAt(sold.open(), at)) {
                number++;
                total += lot.best();
                category.emit(
                    new CategoryPrice(category.key(), lot.auction(), (double) total / number));
              }
              category.keep(new Sold(Lot.openAfter(sold.open(), at), number, total));
            });
  }
}
