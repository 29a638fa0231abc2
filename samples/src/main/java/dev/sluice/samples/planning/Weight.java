package dev.sluice.samples.planning;

/**
 * A row of the small side of the joins.
 *
 * @param id the item's
 * @param weight what is added
 * @param label the new name
 */
public record Weight(long id, long weight, String label) {}
