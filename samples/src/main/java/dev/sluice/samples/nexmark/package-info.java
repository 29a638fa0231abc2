/** The 24 queries of the Nexmark benchmark, each as a stream and as a batch, and the same in plain Java. */
package dev.sluice.samples.nexmark;
