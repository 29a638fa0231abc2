package dev.sluice.samples.live.model;

import java.time.Instant;

/**
 * A user as the user table has it.
 *
 * @param loginId the login, by which the table is keyed
 * @param userName the name
 * @param lastLogin when the user logged in last; NULL if never
 */
public record User(String loginId, String userName, Instant lastLogin) {}
