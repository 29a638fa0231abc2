package dev.sluice.spark.bridge;

/**
 * How many rows one operator of a physical plan gave out: a filter, a join, an aggregate.
 *
 * @param id tells the operator apart within a Spark application; an operator inside a cached
 *     dataset has the same id in every execution that reads the cache
 * @param name Spark's name of the operator, such as {@code Filter} or {@code SortMergeJoin}
 * @param description Spark's own line about it, with its expressions shortened
 * @param rows the rows it gave out
 * @param cached whether it stands inside a cached dataset, so that whichever execution filled the
 *     cache did the work, perhaps before the run
 */
public record OperatorFigures(long id, String name, String description, long rows,
    boolean cached) {}
