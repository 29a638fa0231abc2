package dev.sluice.samples.live.model;

import java.time.Instant;

/**
 * An ad that was shown, and when it was clicked.
 *
 * @param uuid of the showing
 * @param campaign the campaign of the ad
 * @param shown when it was shown
 * @param clicked when it was clicked; NULL if it was not
 */
public record Attributed(String uuid, String campaign, Instant shown, Instant clicked) {}
