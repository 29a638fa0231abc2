package dev.sluice.io.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM of the same class path, there to be killed. */
final class VictimProcess {

  /** What the other JVM prints when it has done its work once and begins again. */
  static final String READY = "ready";

  private final Process process;
  private final Path errors;

  private VictimProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  static VictimProcess start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String opened : List.of("java.nio", "java.lang.invoke", "java.util",
        "sun.util.calendar")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx600m", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Path errors = java.nio.file.Files.createTempFile("victim", ".log");
    return new VictimProcess(
        new ProcessBuilder(command).redirectError(Redirect.to(errors.toFile())).start(), errors);
  }

  /** Waits until it is ready, lets it run on for a while, then kills it with SIGKILL. */
  void kill(long afterMillis) throws IOException, InterruptedException {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null && !line.equals(READY)) {
        line = output.readLine();
      }
      if (line == null || process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "the process ended by itself: " + java.nio.file.Files.readString(errors));
      }
    } finally {
      process.destroyForcibly().waitFor();
      java.nio.file.Files.delete(errors);
    }
  }
}
