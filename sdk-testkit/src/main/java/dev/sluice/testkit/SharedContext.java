package dev.sluice.testkit;

import dev.sluice.testkit.bridge.SparkInternals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Spark, started once in this JVM. Spark itself remembers it: the first session is its default one,
 * and the context's own settings say what it was made for. So there is nothing to hold here, and
 * two class loaders of this class agree.
 *
 * @param root the session that all others are made from
 * @param directory where test classes have their directories
 */
record SharedContext(SparkSession root, Path directory) {

  private static final String FINGERPRINT = "spark.sluice.test.settings";
  private static final String DIRECTORY = "spark.sluice.test.directory";

  /**
   * The context for these settings. One that the testkit made for others is replaced; one that
   * somebody else made is taken as it is.
   */
  static SharedContext with(SessionSettings settings) {
    Optional<SparkSession> running = SparkInternals.defaultSession();
    if (running.isEmpty()) {
      return start(settings);
    }
    SparkSession spark = running.get();
    Optional<String> made = SparkInternals.contextSetting(spark, FINGERPRINT);
    if (made.isEmpty()) {
      refuseWhatItIsNot(spark, settings);
      return new SharedContext(spark, temporaryDirectory());
    }
    if (made.get().equals(settings.contextFingerprint())) {
      return new SharedContext(
          spark, Path.of(SparkInternals.contextSetting(spark, DIRECTORY).orElseThrow()));
    }
    spark.stop();
    return start(settings);
  }

  /** Whoever started it goes on to use it, so it cannot be replaced. */
  private static void refuseWhatItIsNot(SparkSession spark, SessionSettings settings) {
    settings
        .asked()
        .forEach(
            (key, value) -> {
              if (!SparkInternals.contextSetting(spark, key).equals(Optional.of(value))) {
                throw new IllegalStateException(
                    "@SparkTest(conf = \"%s=%s\") needs a context of its own, but one that @SparkTest did not start runs in this JVM: stop it before, or set this where it is started"
                        .formatted(key, value));
              }
            });
  }

  private static SharedContext start(SessionSettings settings) {
    Path directory = temporaryDirectory();
    Map<String, String> context = new LinkedHashMap<>();
    context.put("spark.sql.warehouse.dir", directory.resolve("warehouse").toUri().toString());
    context.putAll(settings.context());
    context.put(FINGERPRINT, settings.contextFingerprint());
    context.put(DIRECTORY, directory.toString());
    SparkSession.clearActiveSession();
    return new SharedContext(SparkInternals.start(context), directory);
  }

  private static Path temporaryDirectory() {
    try {
      Path directory = Files.createTempDirectory("sluice-test-");
      SparkInternals.deleteAtExit(directory);
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a directory for tests", e);
    }
  }
}
