/**
 * The online-retail sample: what a wholesaler's raw invoice lines are worth once they are clean.
 */
package dev.sluice.samples.retail;
