/** Scores in the stages of a pipeline. */
package dev.sluice.ml.spark;
