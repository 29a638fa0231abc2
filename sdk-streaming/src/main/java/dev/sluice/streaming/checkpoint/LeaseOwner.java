package dev.sluice.streaming.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Who runs a stream.
 *
 * @param pipeline the name of the pipeline
 * @param run an id of this start
 * @param host the name of the host
 * @param pid the process on that host
 * @param processStart when the process began, by which it is told from a later one with its number: on
 *     Linux in ticks since the boot, which no change of the clock moves; 0 if it is not known
 * @param processSpace within which processes see each other: of this boot of the machine, and of the
 *     container; two containers may have one host name, and both a process 1
 */
record LeaseOwner(
    String pipeline, String run, String host, long pid, long processStart, String processSpace) {

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

  /** The 22nd value of Linux's description of a process, of which two stand before. */
  private static final int START_BEHIND_NAME = 19;

  /** This process. */
  static LeaseOwner here(String pipeline, String run) {
    ProcessHandle process = ProcessHandle.current();
    String host = hostName();
    return new LeaseOwner(
        pipeline, run, host, process.pid(), start(process), space(host));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown host";
    }
  }

  private static long start(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
      // the name of the program, in brackets, may have blanks in it
      String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Long.parseLong(behindName[START_BEHIND_NAME]);
    } catch (IOException e) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
  }

  private static String space(String host) {
    try {
      return Files.readString(BOOT).strip() + " " + Files.readSymbolicLink(NAMESPACE);
    } catch (IOException | UnsupportedOperationException e) {
      return host; // no Linux
    }
  }

  /** Whether its process has ended, as far as this one can see: it cannot look into others' hosts. */
  boolean hasEnded(LeaseOwner here) {
    if (!processSpace.equals(here.processSpace())) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process.isEmpty() || start(process.get()) != processStart;
  }

  /** {@code pipeline 'a' on host h, process 123, run 1f2e3d4c}. */
  String text() {
    return "pipeline '%s' on host %s, process %d, run %s".formatted(pipeline, host, pid, run);
  }

  void writeTo(ObjectNode json) {
    json.put("pipeline", pipeline)
        .put("run", run)
        .put("host", host)
        .put("pid", pid)
        .put("processStart", processStart)
        .put("processSpace", processSpace);
  }

  static LeaseOwner of(JsonNode json) {
    return new LeaseOwner(
        json.path("pipeline").asText("?"),
        json.path("run").asText("?"),
        json.path("host").asText("?"),
        json.path("pid").asLong(),
        json.path("processStart").asLong(),
        json.path("processSpace").asText("?"));
  }
}
