package dev.sluice.samples.ctr;

/**
 * An ad that was shown, and what became of it. What stands here and not in the impression was not known then, so that it can be no
 * feature.
 *
 * @param impression what was known
 * @param clicked whether it was clicked
 */
public record Shown(Impression impression, boolean clicked) {}
