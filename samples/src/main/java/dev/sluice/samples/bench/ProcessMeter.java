package dev.sluice.samples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures processes that a task starts and waits for, and those that they do, as Linux counts
 * them. It knows nothing of their memory.
 */
final class ProcessMeter implements Meter {

  private static final Path STATUS = Path.of("/proc/self/stat");

  /** Fields of the file, counted from the one behind the name, which is in parentheses. */
  private static final int USER_TIME_OF_CHILDREN = 13;

  private static final int SYSTEM_TIME_OF_CHILDREN = 14;

  /** Fixed by Linux for what it tells programs. */
  private static final double TICKS_A_SECOND = 100;

  @Override
  public Reading measure(Task task) throws Exception {
    double cpu = cpuSeconds();
    long wall = System.nanoTime();
    Object fingerprint = task.run();
    double seconds = (System.nanoTime() - wall) / 1e9;
    return new Reading(fingerprint, new Measurement(seconds, cpuSeconds() - cpu, 0));
  }

  private static double cpuSeconds() throws IOException {
    if (!Files.exists(STATUS)) {
      throw new IOException("the processor time of other processes can be measured on Linux only");
    }
    String text = Files.readString(STATUS);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER_TIME_OF_CHILDREN])
        + Long.parseLong(fields[SYSTEM_TIME_OF_CHILDREN]))
        / TICKS_A_SECOND;
  }
}
