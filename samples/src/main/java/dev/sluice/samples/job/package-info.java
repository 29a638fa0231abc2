/** What the sample applications share: running a pipeline from the command line. */
package dev.sluice.samples.job;
