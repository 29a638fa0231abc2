package dev.sluice.samples.nexmark.model;

import java.time.Instant;

/**
 * Somebody who registers, to sell and to bid.
 *
 * @param id the number of the person
 * @param name first and last name
 * @param emailAddress where to write to
 * @param creditCard how the person pays
 * @param city where the person lives
 * @param state the same, as two letters
 * @param at when the person registered
 * @param extra what fills the event
 */
public record Person(
    long id,
    String name,
    String emailAddress,
    String creditCard,
    String city,
    String state,
    Instant at,
    String extra) implements Event {}
