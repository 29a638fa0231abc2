package dev.sluice.run;

/** A batch run that has been started. */
public interface PipelineRun {

  /**
   * Waits for the end of the run.
   *
   * @return what the run did
   * @throws RunFailedException if the run failed or was cancelled; it has the report too
   */
  RunReport await();

  /**
   * Stops the run: the Spark jobs of sinks that are being written are cancelled, so that these
   * leave what was there before, and others are not started. Returns at once; {@link #await} then
   * ends with an exception.
   *
   * @param reason why, for the report
   */
  void cancel(String reason);
}
