/** A model as a document, and what computes with it: no Spark in it. */
package dev.sluice.ml.model;
