/**
 * Tests of pipelines: records in, records out.
 *
 * <p>{@link dev.sluice.testkit.SparkTest} gives a JUnit test a session, {@link
 * dev.sluice.testkit.SparkKit} makes stages from records and texts, {@link
 * dev.sluice.testkit.SluiceAssertions} compares what comes out, and {@link
 * dev.sluice.testkit.Records} makes records from records.
 */
package dev.sluice.testkit;
