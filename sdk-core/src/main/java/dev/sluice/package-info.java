/**
 * What a pipeline is written with: the pipeline and its stages, the steps of a sentence between
 * them, and the words of expressions. Records, connectors and runs have rooms of their own.
 */
package dev.sluice;
