/**
 * The pipeline as data: what rows look like, which steps there are, and what is wrong with them.
 * Nothing here needs a Spark session.
 */
package dev.sluice.plan;
