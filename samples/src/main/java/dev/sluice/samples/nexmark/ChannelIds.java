package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.when;

import dev.sluice.Stage;
import dev.sluice.samples.nexmark.model.Bid;

/** Query 21: bids with the id of their channel, where it is known or stands in the URL. */
final class ChannelIds {

  private ChannelIds() {}

  record WithChannelId(
      long auction, long bidder, long price, String channel, String channelId) {}

  static Stage<WithChannelId> of(Stage<Bid> bids) {
    var channel = col(Bid::channel).lower();
    var inUrl = col(Bid::url).extract("(&|^)channel_id=([^&]*)", 2).nullIf("");
    return bids
        .filter(inUrl.isNotNull().or(channel.in("apple", "google", "facebook", "baidu")))
        .select(row(WithChannelId::new).of(
            col(Bid::auction),
            col(Bid::bidder),
            col(Bid::price),
            col(Bid::channel),
            when(channel.eq("apple")).then("0")
                .when(channel.eq("google")).then("1")
                .when(channel.eq("facebook")).then("2")
                .when(channel.eq("baidu")).then("3")
                .otherwise(inUrl)));
  }
}
