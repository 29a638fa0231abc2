package dev.sluice.samples.live.model;

/**
 * Somebody did something on a web site.
 *
 * @param city where
 * @param domain on which site
 * @param event what, as a code or a word
 */
public record Behaviour(String city, String domain, String event) {}
