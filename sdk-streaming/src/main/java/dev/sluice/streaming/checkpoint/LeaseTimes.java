package dev.sluice.streaming.checkpoint;

import java.time.Duration;

/**
 * How a lease is kept.
 *
 * @param heartbeat how often the holder says that it lives
 * @param expiry after how much silence another one may take it
 */
record LeaseTimes(Duration heartbeat, Duration expiry) {

  /** A pause of the JVM, or of the network, of some seconds costs nobody the lease. */
  static final LeaseTimes DEFAULT = new LeaseTimes(Duration.ofSeconds(5), Duration.ofSeconds(30));
}
