package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.session;
import static dev.sluice.Dsl.windowEnd;
import static dev.sluice.Dsl.windowStart;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Bid;
import java.time.Instant;

/** Query 11: how often people bid until they pause for ten seconds. */
final class UserSessions {

  private UserSessions() {}

  record UserSession(long bidder, long bids, Instant from, Instant until) {}

  static Stage<UserSession> of(TimedStage<Bid> bids) {
    return bids
        .window(session(TenSeconds.LENGTH))
        .groupBy(Bid::bidder)
        .aggregate(row(UserSession::new).of(
            key(Bid::bidder), count(), windowStart(), windowEnd()));
  }
}
