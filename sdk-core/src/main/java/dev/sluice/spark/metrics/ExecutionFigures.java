package dev.sluice.spark.metrics;

import dev.sluice.spark.bridge.PlanFigures;
import java.util.Optional;

/**
 * One execution of a query by Spark: a line of the SQL tab of its UI.
 *
 * @param id Spark's number of the execution
 * @param root whether it stands alone; false if it was started from within another one, as the
 *     query under some commands is
 * @param description Spark's words for it
 * @param seconds how long it took
 * @param plan the figures of its final plan
 * @param failure the message of the error it failed with; empty if it succeeded
 */
record ExecutionFigures(
    long id,
    boolean root,
    String description,
    double seconds,
    PlanFigures plan,
    Optional<String> failure) {}
