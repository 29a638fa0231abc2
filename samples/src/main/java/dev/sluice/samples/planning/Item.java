package dev.sluice.samples.planning;

/**
 * A row of the long pipeline.
 *
 * @param id what it is joined and grouped by
 * @param value what is computed with
 * @param name a text that is carried along
 */
public record Item(long id, long value, String name) {}
