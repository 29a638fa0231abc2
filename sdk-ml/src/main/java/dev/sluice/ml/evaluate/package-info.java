/** How good a model is. */
package dev.sluice.ml.evaluate;
