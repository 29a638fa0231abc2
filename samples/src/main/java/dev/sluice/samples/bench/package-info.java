/** Measures contenders in alternation: time, processor and memory, with medians and ratios. */
package dev.sluice.samples.bench;
