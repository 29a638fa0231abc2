package dev.sluice.samples.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** Reads the clocks and the heap around one run. */
interface Meter {

  /** Runs the task once and tells what it returned and what it cost. */
  Reading measure(Task task) throws Exception;

  /** The fingerprint a task returned, and the cost of the run. */
  record Reading(Object fingerprint, Measurement measurement) {}

  /** The meter of this process. */
  static Meter ofThisProcess() {
    var os =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    return task -> {
      // What the last contender left behind must not be collected on this one's time.
      System.gc();
      heap.forEach(MemoryPoolMXBean::resetPeakUsage);
      long cpu = os.getProcessCpuTime();
      long wall = System.nanoTime();
      Object fingerprint = task.run();
      double seconds = (System.nanoTime() - wall) / 1e9;
      double cpuSeconds = (os.getProcessCpuTime() - cpu) / 1e9;
      long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      return new Reading(fingerprint, new Measurement(seconds, cpuSeconds, peak));
    };
  }
}
