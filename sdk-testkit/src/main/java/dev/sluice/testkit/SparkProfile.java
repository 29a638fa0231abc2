package dev.sluice.testkit;

import dev.sluice.testkit.bridge.LocalFiles;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How close to production the session of a test is. */
public enum SparkProfile {
  /**
   * What the JUnit configuration parameter or system property {@code sluice.test.profile} says
   * ({@code fast}, {@code faithful} or {@code shuffled}); {@link #FAST} where it says nothing.
   */
  DEFAULT(0, 0),

  /** For quick tests: two cores, one partition after a shuffle. */
  FAST(2, 1),

  /**
   * For what one partition hides, such as a wrong order between partitions: four cores, eight
   * partitions after a shuffle, adaptive execution that leaves them as they are, and rows in memory
   * that take the way of all others. A test takes some times as long; run it nightly.
   */
  FAITHFUL(4, 8),

  /**
   * {@link #FAITHFUL}, with inputs from {@link SparkKit#rows}, {@code csv} and {@code json} in
   * another order and in five partitions. A class that passes without and fails with it depends on
   * what no run promises: which of two duplicates comes first, ties of a sort, a counter in a
   * function. The order is that of {@value #SEED}, 1 unless set: run some of them nightly. Plans
   * have one more shuffle for each input.
   */
  SHUFFLED(4, 8);

  /** The name of the JUnit configuration parameter or system property. */
  public static final String PROPERTY = "sluice.test.profile";

  /** The name of the system property that decides about the order of {@link #SHUFFLED}. */
  public static final String SEED = "sluice.test.seed";

  /** The setting of a session that tells a kit to shuffle. */
  static final String SHUFFLE = "spark.sluice.test.shuffle";

  private final int cores;
  private final int partitions;

  SparkProfile(int cores, int partitions) {
    this.cores = cores;
    this.partitions = partitions;
  }

  /** This profile, or the one the property names. */
  SparkProfile orConfigured(Optional<String> property) {
    if (this != DEFAULT || property.isEmpty()) {
      return this == DEFAULT ? FAST : this;
    }
    return switch (property.get().strip().toLowerCase(Locale.ROOT)) {
      case "", "fast" -> FAST;
      case "faithful" -> FAITHFUL;
      case "shuffled" -> SHUFFLED;
      default ->
        throw new IllegalArgumentException(
            "%s=%s: there are the profiles fast, faithful and shuffled"
                .formatted(PROPERTY, property.get()));
    };
  }

  /** Settings that hold for the whole JVM. */
  Map<String, String> contextSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.master", "local[" + cores + "]");
    settings.put("spark.app.name", "tests");
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.ui.showConsoleProgress", "false");
    settings.put("spark.driver.host", "localhost");
    settings.put("spark.driver.bindAddress", "127.0.0.1");
    settings.put("spark.sql.catalogImplementation", "in-memory");
    // what nobody will look at need not be kept
    settings.put("spark.ui.retainedJobs", "10");
    settings.put("spark.ui.retainedStages", "10");
    settings.put("spark.ui.retainedTasks", "100");
    settings.put("spark.sql.ui.retainedExecutions", "10");
    // otherwise each shuffle gets a thread of its own, up to 1024, that ends a minute later
    settings.put("spark.sql.shuffleExchange.maxThreadThreshold", "8");
    if (this == FAST) {
      // otherwise every class that Spark compiles is looked for in the driver's artifacts first
      settings.put("spark.sql.artifact.isolation.enabled", "false");
      // otherwise every file that is written or renamed starts a process
      settings.put("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
      settings.put(
          "spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFiles.OfContexts.class.getName());
    }
    return settings;
  }

  /** Settings that hold for one session. */
  Map<String, String> sessionSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.sql.shuffle.partitions", String.valueOf(partitions));
    settings.put("spark.sql.session.timeZone", "UTC");
    settings.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
    if (this == SHUFFLED) {
      settings.put(SHUFFLE, Long.getLong(SEED, 1).toString());
    }
    if (this == FAITHFUL || this == SHUFFLED) {
      // small data would be put together into one partition again
      settings.put("spark.sql.adaptive.coalescePartitions.enabled", "false");
      // otherwise rows in memory are filtered and projected while the plan is optimized
      settings.put(
          "spark.sql.optimizer.excludedRules",
          "org.apache.spark.sql.catalyst.optimizer.ConvertToLocalRelation");
    }
    return settings;
  }
}
