/**
 * Assertions about what Spark does to compute a stage or a dataset: shuffles, broadcasts, scans and
 * repeated work. They begin with {@code SluiceAssertions.assertThatPlan}.
 */
package dev.sluice.testkit.plan;
