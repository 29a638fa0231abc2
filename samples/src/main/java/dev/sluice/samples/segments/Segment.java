package dev.sluice.samples.segments;

/**
 * Which segment a user is of.
 *
 * @param userId the user
 * @param segment its number, 0 for the largest
 * @param distance how far the user is from its centre, in standard deviations
 */
public record Segment(long userId, int segment, double distance) {}
