package dev.sluice.samples.ctr;

import java.time.Instant;

/**
 * What is known when an ad is about to be shown.
 *
 * @param id the event's
 * @param campaign the campaign of the ad
 * @param device such as {@code mobile}
 * @param os the operating system
 * @param browser the browser
 * @param country two letters
 * @param ageGroup such as {@code 25-34}
 * @param gender {@code female}, {@code male} or {@code other}
 * @param bid what is bid for the place
 * @param at when
 */
public record Impression(
    long id,
    long campaign,
    String device,
    String os,
    String browser,
    String country,
    String ageGroup,
    String gender,
    double bid,
    Instant at) {}
