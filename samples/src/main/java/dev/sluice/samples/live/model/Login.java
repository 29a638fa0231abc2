package dev.sluice.samples.live.model;

import java.time.Instant;

/**
 * A user has logged in.
 *
 * @param loginId the user's login
 * @param at when
 */
public record Login(String loginId, Instant at) {}
