package dev.sluice.samples.nexmark.model;

import java.time.Instant;

/** What happens in the auction house. */
public sealed interface Event permits Person, Auction, Bid {

  /** When it happened. No two events happen at the same time. */
  Instant at();
}
