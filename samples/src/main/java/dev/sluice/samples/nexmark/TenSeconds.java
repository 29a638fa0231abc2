package dev.sluice.samples.nexmark;

import dev.sluice.expr.LongExpr;
import dev.sluice.expr.TimestampExpr;
import java.time.Duration;
import java.time.Instant;

/**
 * Ten seconds, as a key.
 *
 * @param from when they begin, in milliseconds since 1970
 */
record TenSeconds(long from) {

  static final Duration LENGTH = Duration.ofSeconds(10);

  /** The start of the ten seconds in which a moment is. */
  static <S> LongExpr<S> of(TimestampExpr<S> at) {
    return at.epochMilli().minus(at.epochMilli().mod(LENGTH.toMillis()));
  }

  Instant end() {
    return Instant.ofEpochMilli(from).plus(LENGTH);
  }
}
