package dev.sluice.samples.ctr;

import com.fasterxml.jackson.core.JsonFactory;
import dev.sluice.Stage;
import dev.sluice.ml.score.Model;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service that has just been started, with nothing but what scoring needs on its class path. */
final class FirstScore {

  private static final String SCORED = "probability ";

  private FirstScore() {}

  /** Loads the model and prints one probability; how a record is printed is not what is measured. */
  public static void main(String[] arguments) {
    Model<Impression, Ctr> model = Model.load(arguments[0], Impression.class, Ctr.class);
    Ctr ctr =
        model.score(
            new Impression(
                1, 3, "mobile", "iOS", "Safari", "FR", "25-34", "female", 0.5,
                Instant.parse("2026-04-01T12:00:00Z")));
    System.out.println(SCORED + ctr.probability());
  }

  /** Seconds from the start of a JVM to the first score, once. */
  static double seconds(Path model) throws IOException, InterruptedException {
    String classPath =
        Stream.of(FirstScore.class, Model.class, Stage.class, JsonFactory.class)
            .map(FirstScore::place)
            .collect(Collectors.joining(File.pathSeparator));
    long start = System.nanoTime();
    Process service =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                FirstScore.class.getName(),
                model.toString()))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = service.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (line == null || !line.startsWith(SCORED)) {
        throw new IllegalStateException("the service does not score, it says: " + line);
      }
      return seconds;
    } finally {
      service.waitFor();
    }
  }

  private static String place(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI()).getPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
