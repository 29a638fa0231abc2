package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.samples.nexmark.model.Bid;

/** Query 22: bids with the directories of their URL. */
final class UrlDirectories {

  private UrlDirectories() {}

  record WithDirectories(
      long auction, long bidder, long price, String channel,
      String first, String second, String third) {}

  static Stage<WithDirectories> of(Stage<Bid> bids) {
    var parts = col(Bid::url).split("/");
    return bids.select(row(WithDirectories::new).of(
        col(Bid::auction), col(Bid::bidder), col(Bid::price), col(Bid::channel),
        parts.get(3), parts.get(4), parts.get(5)));
  }
}
