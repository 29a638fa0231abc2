package dev.sluice.io.file;

import dev.sluice.spark.files.Directories;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a reader knows of a target's writer. It reads a target only when no replacement is under
 * way: one that lives ends in a moment, for which it waits; one that was killed stays, and is told.
 */
final class PendingReplacement {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private PendingReplacement() {}

  /**
   * Waits until neither the path nor a directory above it is being replaced.
   *
   * @return what is to be said if that does not come
   */
  static Optional<String> of(Directories files, String path) throws IOException {
    return of(files, path, PATIENCE);
  }

  static Optional<String> of(Directories files, String path, Duration patience) throws IOException {
    for (String each = path; each.lastIndexOf('/') > 0; each = above(each)) {
      if (!isGone(files, Workspace.journal(each), patience)) {
        return Optional.of(
            "%s is between two states: a run replaces its data, or was killed while it did. If a run is writing it, read when that has ended. If it was killed, the next run that writes it brings back what was there before, and so does Files.recover(spark, \"%s\")"
                .formatted(each, each));
      }
    }
    return Optional.empty();
  }

  private static String above(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static boolean isGone(Directories files, String journal, Duration patience)
      throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (files.exists(journal)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() throws InterruptedIOException {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a target was being replaced");
    }
  }
}
