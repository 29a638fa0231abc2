package dev.sluice.testkit;

import dev.sluice.testkit.bridge.SparkInternals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * What there was before a test or a class began: the settings, views, queries, cached data, threads
 * and files. Compared with what is there at the end, it gives what was left behind.
 */
final class Traces {

  /** The thread of JUnit for {@code @Timeout}, which it keeps for all tests. */
  private static final String TIMEOUT_WATCHER = "junit-jupiter-timeout-watcher";

  /** How long a thread may take to end that a test has told to. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final SparkSession spark;
  private final Path files;
  private final Map<String, String> settings;
  private final Set<String> views;
  private final Set<StreamingQuery> queries;
  private final Set<Integer> cached;
  private final boolean cacheWasEmpty;
  private final Optional<Set<Thread>> threads;
  private final Set<Thread> named = new HashSet<>();
  private final Set<Path> entries;

  private Traces(SparkSession spark, Path files, Optional<Set<Thread>> threads) {
    this.spark = spark;
    this.files = files;
    this.threads = threads;
    this.settings = SparkInternals.settings(spark);
    this.views = SparkInternals.temporaryViews(spark);
    this.queries = Set.copyOf(SparkInternals.activeQueries(spark));
    this.cached = Set.copyOf(SparkInternals.persisted(spark).keySet());
    this.cacheWasEmpty = SparkInternals.cacheIsEmpty(spark);
    this.entries = Set.copyOf(Directories.entries(files));
  }

  /**
   * @param files the directory in which nothing new may be
   * @param withThreads whether all threads of this JVM are the test's
   */
  static Traces before(SparkSession spark, Path files, boolean withThreads) {
    return new Traces(
        spark, files, withThreads ? Optional.of(Set.copyOf(liveThreads())) : Optional.empty());
  }

  /** Forgives the threads that another has named: nobody can end them, and once is enough. */
  void forgive(Traces other) {
    named.addAll(other.named);
  }

  /** Puts everything back, and says what was left, one line each. */
  List<String> cleanUp() {
    List<String> left = new ArrayList<>();
    // first the queries: they hold threads, files and cached data
    left.addAll(stopQueries());
    left.addAll(dropCached());
    left.addAll(threadsLeft());
    left.addAll(deleteFiles());
    restoreSettings();
    Set<String> newViews = new HashSet<>(SparkInternals.temporaryViews(spark));
    newViews.removeAll(views);
    newViews.forEach(view -> SparkInternals.dropTemporaryView(spark, view));
    return left;
  }

  private List<String> stopQueries() {
    List<String> left = new ArrayList<>();
    for (StreamingQuery query : SparkInternals.activeQueries(spark)) {
      if (!queries.contains(query)) {
        left.add(describe(query));
        stop(query, left);
      }
    }
    return left;
  }

  /** A query of a pipeline is named {@code pipeline/query}, and is in a session of its own. */
  private static String describe(StreamingQuery query) {
    if (query.name() == null) {
      return "streaming query without a name still runs: stop() it";
    }
    int end = query.name().indexOf('/');
    return end > 0
        ? "the stream of pipeline \"%s\" still runs (its query \"%s\"): close() or drain() it"
            .formatted(query.name().substring(0, end), query.name().substring(end + 1))
        : "streaming query \"%s\" still runs: stop() it".formatted(query.name());
  }

  private static void stop(StreamingQuery query, List<String> left) {
    try {
      query.stop();
    } catch (TimeoutException e) {
      left.add("streaming query %s did not stop: %s".formatted(query.id(), e.getMessage()));
    }
  }

  private List<String> dropCached() {
    List<String> left = new ArrayList<>();
    Map<Integer, String> now = SparkInternals.persisted(spark);
    now.keySet().removeAll(cached);
    now.forEach(
        (id, name) -> left.add(
            "cached data is not released: unpersist() it, here %s".formatted(oneLine(name))));
    if (cacheWasEmpty && !SparkInternals.cacheIsEmpty(spark)) {
      if (now.isEmpty()) {
        left.add("a dataset is marked to be cached, though nothing used it: unpersist() it");
      }
      spark.catalog().clearCache();
    }
    SparkInternals.unpersist(spark, now.keySet());
    return left;
  }

  private List<String> threadsLeft() {
    if (threads.isEmpty()) {
      return List.of();
    }
    long end = System.nanoTime() + GRACE.toNanos();
    List<String> left = new ArrayList<>();
    for (Thread thread : liveThreads()) {
      boolean isNew =
          !threads.get().contains(thread)
              && !named.contains(thread)
              && !thread.getName().equals(TIMEOUT_WATCHER);
      if (isNew && !thread.isDaemon() && !ends(thread, end)) {
        named.add(thread);
        left.add(
            "thread \"%s\" still runs and is no daemon, at %s: end it, or shut its executor down"
                .formatted(thread.getName(), where(thread)));
      }
    }
    return left;
  }

  private static boolean ends(Thread thread, long end) {
    try {
      long millis = Math.max(1, (end - System.nanoTime()) / 1_000_000);
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private static String where(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return Arrays.stream(stack)
        .filter(frame -> !frame.getClassName().matches("(java|jdk|sun|scala)\\..*"))
        .findFirst()
        .or(() -> Arrays.stream(stack).findFirst())
        .map(
            frame -> "%s.%s(%s:%d)"
                .formatted(
                    frame.getClassName(),
                    frame.getMethodName(),
                    frame.getFileName(),
                    frame.getLineNumber()))
        .orElse("an unknown place");
  }

  private List<String> deleteFiles() {
    List<String> left = new ArrayList<>();
    for (Path entry : Directories.entries(files)) {
      if (!entries.contains(entry)) {
        left.add(
            "%s was written beside the test's own directory: use SparkKit.directory()"
                .formatted(entry));
        Directories.delete(entry);
      }
    }
    return left;
  }

  private void restoreSettings() {
    Map<String, String> now = SparkInternals.settings(spark);
    now.forEach(
        (key, value) -> {
          String before = settings.get(key);
          if (before == null) {
            spark.conf().unset(key);
          } else if (!before.equals(value)) {
            spark.conf().set(key, before);
          }
        });
    settings.forEach(
        (key, value) -> {
          if (!now.containsKey(key)) {
            spark.conf().set(key, value);
          }
        });
  }

  private static List<Thread> liveThreads() {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    while (all.getParent() != null) {
      all = all.getParent();
    }
    Thread[] threads = new Thread[all.activeCount() * 2 + 16];
    int count = all.enumerate(threads, true);
    return Arrays.stream(threads, 0, count).toList();
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > 100 ? line.substring(0, 100) + "…" : line;
  }
}
