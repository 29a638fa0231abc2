/** What a pipeline costs before its first job: building, validating and compiling it. */
package dev.sluice.samples.planning;
