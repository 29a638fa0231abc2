/** The benchmark of the testkit: a suite of small tests, and what runs it in fresh JVMs. */
package dev.sluice.samples.testing;
