package dev.sluice.samples.bench;

/** What a benchmark measures: one complete piece of work, the same in every run. */
@FunctionalInterface
public interface Task {

  /**
   * Does the work once.
   *
   * @return a fingerprint of the result (a count, a checksum, sorted rows as text): all contenders
   *     of a benchmark must return equal ones, or the benchmark fails instead of comparing unlike
   *     things
   * @throws Exception ends the benchmark
   */
  Object run() throws Exception;
}
