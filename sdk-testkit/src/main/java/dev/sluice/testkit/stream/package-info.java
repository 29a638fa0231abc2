/**
 * Pipelines as streams under test: rows are pushed, time and watermarks moved, crashes made, and all
 * of it in the test's own order.
 */
package dev.sluice.testkit.stream;
