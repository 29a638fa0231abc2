package dev.sluice.testkit;

import dev.sluice.testkit.environment.BuildServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.AssertionFailedError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares texts with golden files, or writes the files anew if the property asks for it. */
final class GoldenCheck {

  static final String UPDATE = "sluice.golden.update";

  private static final String HOW_TO_UPDATE = "-D" + UPDATE + "=true";
  private static final Logger LOG = LoggerFactory.getLogger(GoldenCheck.class);

  /** An update lasts as long as the JVM: what it wrote must be known to assertions of all tests. */
  private static final Map<Path, List<String>> WRITTEN_BY_THIS_JVM = new ConcurrentHashMap<>();

  private final boolean update;
  private final boolean onCi;
  private final Map<Path, List<String>> written;

  GoldenCheck(boolean update, boolean onCi, Map<Path, List<String>> written) {
    this.update = update;
    this.onCi = onCi;
    this.written = written;
  }

  /** As the system property and the environment of this JVM say. */
  static GoldenCheck configured() {
    return new GoldenCheck(Boolean.getBoolean(UPDATE), BuildServer.isThis(), WRITTEN_BY_THIS_JVM);
  }

  /**
   * Fails unless the file says the same as the text, or writes it.
   *
   * @param subject what the text is, for messages
   */
  void check(String subject, String text, GoldenFile file) {
    List<String> actual = text.lines().toList();
    if (text.isBlank()) {
      throw new AssertionError(
          "%s is empty, so comparing it with the golden file %s would show nothing"
              .formatted(subject, file));
    }
    if (update) {
      update(subject, actual, file);
    } else {
      compare(subject, actual, file);
    }
  }

  private static void compare(String subject, List<String> actual, GoldenFile file) {
    Optional<List<String>> expected = file.read();
    if (expected.isEmpty()) {
      throw new AssertionError(
          "%s has no golden file %s yet\n%s\n\nTo write it, run the test with %s; read it before you commit it."
              .formatted(
                  subject,
                  file,
                  String.join("\n", TextDifference.shown("it would say:", actual)),
                  HOW_TO_UPDATE));
    }
    if (!expected.get().equals(actual)) {
      throw new AssertionFailedError(
          "%s differs from the golden file %s (- expected, + actual)\n\n%s\n\nIf the new text is right, run the test with %s, which writes the file."
              .formatted(
                  subject, file, new TextDifference(expected.get(), actual).text(), HOW_TO_UPDATE),
          String.join("\n", expected.get()),
          String.join("\n", actual));
    }
  }

  private void update(String subject, List<String> actual, GoldenFile file) {
    if (onCi) {
      throw new IllegalStateException(
          "golden files are not written on a build server (the environment variable CI is set), where nobody reads what changed: run without %s"
              .formatted(HOW_TO_UPDATE));
    }
    if (file.module().isEmpty()) {
      throw new IllegalStateException(
          "the golden file %s cannot be written: there are no sources (src/test) where the tests run"
              .formatted(file));
    }
    List<String> before = written.putIfAbsent(file.path(), actual);
    if (before != null && !before.equals(actual)) {
      throw new AssertionFailedError(
          "%s differs from what this run has written to the golden file %s before (- before, + now)\n\n%s\n\nGive each text a file of its own; if it is one text that changes from run to run, put a placeholder there with replacing(…)."
              .formatted(subject, file, new TextDifference(before, actual).text()),
          String.join("\n", before),
          String.join("\n", actual));
    }
    if (!file.read().equals(Optional.of(actual))) {
      file.write(actual);
      LOG.warn("wrote the golden file {}", file.path());
    }
  }
}
