package dev.sluice.spark.bridge;

import java.util.List;

/**
 * A stage of a Spark job, as it is planned.
 *
 * @param id its number
 * @param attempt 0, or how often Spark has started it before
 * @param tasks how many tasks it has
 * @param parents the numbers of the stages it needs
 * @param usesCache whether some of its rows are kept in a cache
 */
public record SparkStage(int id, int attempt, int tasks, List<Integer> parents,
    boolean usesCache) {}
