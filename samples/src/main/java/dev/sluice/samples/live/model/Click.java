package dev.sluice.samples.live.model;

import java.time.Instant;

/**
 * An ad that was shown was clicked.
 *
 * @param uuid of the showing
 * @param at when
 */
public record Click(String uuid, Instant at) {}
