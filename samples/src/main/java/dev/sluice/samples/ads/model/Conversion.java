package dev.sluice.samples.ads.model;

import java.time.Instant;

/**
 * A conversion.
 *
 * @param conversionId the event
 * @param userId who
 * @param at when
 * @param revenue what it earned
 */
public record Conversion(long conversionId, long userId, Instant at, double revenue) {}
