package dev.sluice.plan;

import dev.sluice.connect.Sink;

/**
 * The end of a pipeline: a stage whose rows go somewhere.
 *
 * @param name the sink's name, unique in its pipeline
 * @param stage whose rows
 * @param sink where to
 * @param site where it was written
 */
public record PlanSink(String name, PlanNode stage, Sink<?> sink, CallSite site) {}
