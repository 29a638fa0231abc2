package dev.sluice.samples.bench;

/**
 * What one run of one contender cost.
 *
 * @param seconds wall-clock time
 * @param cpuSeconds processor time of the whole process, all threads, garbage collection included
 * @param peakHeapBytes largest heap in use during the run, garbage included: the sum over the
 *     collector's memory pools, so an upper bound
 */
public record Measurement(double seconds, double cpuSeconds, long peakHeapBytes) {}
