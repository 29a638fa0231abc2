package dev.sluice.samples.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Where a benchmark ran: figures mean nothing without it.
 *
 * @param cores processors the JVM may use
 * @param memoryBytes memory of the machine (or of the container)
 * @param heapBytes largest heap the JVM may use
 * @param os name, version and architecture
 * @param java version and vendor
 * @param spark version of Spark on the class path
 */
public record Machine(
    int cores, long memoryBytes, long heapBytes, String os, String java, String spark) {

  /** Describes the machine and the JVM of the caller. Needs no Spark session. */
  public static Machine current() {
    var os =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        runtime.availableProcessors(),
        os.getTotalMemorySize(),
        runtime.maxMemory(),
        String.join(" ", os.getName(), os.getVersion(), os.getArch()),
        Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
        org.apache.spark.package$.MODULE$.SPARK_VERSION());
  }

  /** One line for people, the first one a benchmark prints. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "machine: %d cores, %.1f GiB memory, %.1f GiB heap, %s, Java %s, Spark %s",
        cores,
        gibibytes(memoryBytes),
        gibibytes(heapBytes),
        os,
        java,
        spark);
  }

  private static double gibibytes(long bytes) {
    return bytes / (double) (1L << 30);
  }
}
