/** What a model is told of a row, before anything is learned. */
package dev.sluice.ml.feature;
