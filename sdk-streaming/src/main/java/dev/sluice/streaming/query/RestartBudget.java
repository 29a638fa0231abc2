package dev.sluice.streaming.query;

import dev.sluice.streaming.run.Restarts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Counts the restarts of a stream. One thread uses it. */
final class RestartBudget {

  private final Restarts allowed;
  private final InstantSource clock;
  private final Deque<Instant> used = new ArrayDeque<>();

  RestartBudget(Restarts allowed, InstantSource clock) {
    this.allowed = allowed;
    this.clock = clock;
  }

  /** How long to wait before the next restart, which counts from now on; empty if there is none left. */
  Optional<Duration> next() {
    Instant now = clock.instant();
    while (!used.isEmpty() && used.peekFirst().isBefore(now.minus(allowed.within()))) {
      used.removeFirst();
    }
    if (used.size() >= allowed.most()) {
      return Optional.empty();
    }
    Duration pause = allowed.firstPause();
    for (int i = 0; i < used.size() && pause.compareTo(allowed.longestPause()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    used.addLast(now);
    return Optional.of(
        pause.compareTo(allowed.longestPause()) > 0 ? allowed.longestPause() : pause);
  }
}
