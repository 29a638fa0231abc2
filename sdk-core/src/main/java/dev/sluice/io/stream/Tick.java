package dev.sluice.io.stream;

import java.time.Instant;

/**
 * A row of {@link RateSource}.
 *
 * @param timestamp when it was due
 * @param value its number, from 0, without a gap
 */
public record Tick(Instant timestamp, long value) {}
