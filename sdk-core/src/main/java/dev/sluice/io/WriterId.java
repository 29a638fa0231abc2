package dev.sluice.io;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the process that made a staging directory, in the directory's own name, so that a later run
 * can tell what a killed one left behind from what a running one is writing.
 *
 * @param host the machine
 * @param pid the process
 * @param started when the process started, in milliseconds since 1970; a pid alone is used again
 * @param write one write of that process
 */
record WriterId(String host, long pid, long started, String write) {

  private static final Pattern TEXT = Pattern.compile("(\\w+)-(\\d+)-(\\d+)-([0-9a-f]{8})");

  /** The start of a process is told to about a second only. */
  private static final long START_TOLERANCE_MILLIS = 5_000;

  /** A process of another machine cannot be asked whether it lives; no write takes so long. */
  private static final Duration FOREIGN_LIFE = Duration.ofDays(1);

  static WriterId create() {
    ProcessHandle self = ProcessHandle.current();
    return new WriterId(
        thisHost(), self.pid(), startOf(self), UUID.randomUUID().toString().substring(0, 8));
  }

  static Optional<WriterId> parse(String text) {
    Matcher m = TEXT.matcher(text);
    return m.matches()
        ? Optional.of(
            new WriterId(
                m.group(1), Long.parseLong(m.group(2)), Long.parseLong(m.group(3)), m.group(4)))
        : Optional.empty();
  }

  /**
   * Whether the process is gone, as far as can be known; {@code touched} is its last sign of life.
   */
  boolean isOver(Instant touched) {
    if (!host.equals(thisHost())) {
      return touched.plus(FOREIGN_LIFE).isBefore(Instant.now());
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> Math.abs(startOf(process) - started) > START_TOLERANCE_MILLIS)
        .orElse(true);
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName().replaceAll("\\W", "_");
    } catch (UnknownHostException e) {
      // A machine without a name of its own, as in some containers; the process tells the runs
      // apart.
      return "localhost";
    }
  }

  @Override
  public String toString() {
    return host + "-" + pid + "-" + started + "-" + write;
  }
}
