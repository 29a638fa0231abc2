package dev.sluice.ml;

import com.fasterxml.jackson.core.JsonFactory;
import dev.sluice.Stage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service with nothing but this library and jackson-core on its class path: no Spark, no Scala. */
public final class PlainJvm {

  private PlainJvm() {}

  /**
   * What a program printed, errors too.
   *
   * @param first how long it took from the start of the JVM to the first line
   * @param lines all of it
   */
  public record Output(Duration first, List<String> lines) {}

  /** Runs a program. */
  public static Output run(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    String classPath =
        Stream.of(
            program, Ml.class, Stage.class, JsonFactory.class)
            .map(PlainJvm::place)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                program.getName()));
    command.addAll(Arrays.asList(arguments));
    long start = System.nanoTime();
    Process service = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    Duration first = Duration.ZERO;
    try (BufferedReader output = service.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        first = lines.isEmpty() ? Duration.ofNanos(System.nanoTime() - start) : first;
        lines.add(line);
      }
    }
    if (!service.waitFor(1, TimeUnit.MINUTES)) {
      service.destroyForcibly();
      throw new IllegalStateException("the program does not end: " + lines);
    }
    return new Output(first, lines);
  }

  private static String place(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI()).getPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
