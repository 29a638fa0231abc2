package dev.sluice.samples.nexmark;

import java.util.List;

/** The queries. */
final class Queries {

  private static final String EACH_ALONE = "each bid alone";
  private static final String WITHIN_A_DAY = "join within a day";
  private static final String FUNCTION = "function with state";

  private Queries() {}

  static List<Query<?>> all() {
    return List.of(
        Query.of(0, "pass through", EACH_ALONE, in -> PassThrough.of(in.bids()), Events::bids),
        Query.of(
            1, "currency conversion", EACH_ALONE,
            in -> CurrencyConversion.of(in.bids()), PlainBids::converted),
        Query.of(2, "selection", EACH_ALONE, in -> Selection.of(in.bids()), PlainBids::selected),
        Query.of(
            3, "local item suggestion", WITHIN_A_DAY,
            in -> LocalItems.of(in.persons(), in.auctions()), PlainAuctions::localItems),
        Query.of(
            4, "average price for a category", FUNCTION,
            in -> CategoryPrices.of(in.auctions(), in.bids()), PlainAuctions::categoryPrices),
        Query.of(
            5, "hot items", "sliding window", in -> HotItems.of(in.bids()), PlainWindows::hotItems),
        Query.of(
            6, "average selling price by seller", FUNCTION,
            in -> SellerPrices.of(in.auctions(), in.bids()), PlainAuctions::sellerPrices),
        Query.of(
            7, "highest bid", FUNCTION, in -> HighestBids.of(in.bids()), PlainWindows::highestBids),
        Query.of(
            8, "monitor new users", "semi join within ten seconds",
            in -> NewSellers.of(in.persons(), in.auctions()), PlainWindows::newSellers),
        Query.of(
            9, "winning bids", "join while the auction is open, top row",
            in -> WinningBids.of(in.auctions(), in.bids()), PlainAuctions::winningBids),
        Query.of(
            10, "log to file system", "files, exactly once",
            in -> LogToFiles.of(in.bids()), PlainBids::logged)
            .into(LogToFiles::files),
        Query.of(
            11, "user sessions", "session window",
            in -> UserSessions.of(in.bids()), PlainWindows::userSessions),
        Query.of(
            12, "processing time windows", "function with state, by the clock",
            in -> ClockWindows.of(in.bids()), PlainWindows::clockWindows)
            .settledBy(ClockWindows::ofEachBidder)
            .waitingForTheClock(),
        Query.of(
            13, "bounded side input join", "join with a table",
            in -> SideInput.of(in.bids()), PlainBids::withWords),
        Query.of(
            14, "calculation", EACH_ALONE, in -> Calculation.of(in.bids()), PlainBids::calculated),
        Query.of(
            15, "bidding statistics", "window of a day",
            in -> BiddingStatistics.of(in.bids()), PlainWindows::biddingDays),
        Query.of(
            16, "channel statistics", "window of a day",
            in -> ChannelStatistics.of(in.bids()), PlainWindows::channelDays),
        Query.of(
            17, "auction statistics", "window of a day",
            in -> AuctionStatistics.of(in.bids()), PlainWindows::auctionDays),
        Query.of(
            18, "find last bid", "latest row, again when it changes",
            in -> LastBids.of(in.bids()), PlainAuctions::lastBids)
            .settledBy(LastBids::last),
        Query.of(
            19, "auction top 10", "top rows of a week",
            in -> TopBids.of(in.bids()), PlainAuctions::topBids),
        Query.of(
            20, "expand bid with auction", WITHIN_A_DAY,
            in -> ExpandedBids.of(in.auctions(), in.bids()), PlainAuctions::expandedBids),
        Query.of(
            21, "add channel id", EACH_ALONE,
            in -> ChannelIds.of(in.bids()), PlainBids::withChannelIds),
        Query.of(
            22, "get URL directories", EACH_ALONE,
            in -> UrlDirectories.of(in.bids()), PlainBids::withDirectories),
        Query.of(
            23, "expand bid with person and auction", WITHIN_A_DAY,
            in -> BidsOfSellers.of(in.persons(), in.auctions(), in.bids()),
            PlainAuctions::bidsOfSellers));
  }

  /**
   * The query of a name, such as q5.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Query<?> named(String name) {
    return all().stream()
        .filter(query -> query.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(
                "there is no query '%s': they are q0 to q23".formatted(name)));
  }
}
