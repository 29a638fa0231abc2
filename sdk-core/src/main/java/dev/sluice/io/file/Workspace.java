package dev.sluice.io.file;

import dev.sluice.spark.files.Directories;
import dev.sluice.spark.files.Directories.Child;
import dev.sluice.spark.files.Directories.Lock;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hidden directory beside a target, {@code .name.sluice}, in which one writer at a time gets
 * new data ready and keeps the old until the new is in its place.
 *
 * <table>
 *   <caption>What can be in it</caption>
 *   <tr><td>{@code lock}<td>held by the writer for as long as it lives
 *   <tr><td>{@code new}<td>what the job writes
 *   <tr><td>{@code journal}<td>what is about to be renamed; while it is there, the target is
 *       between two states
 *   <tr><td>{@code old}<td>what was in the target before
 * </table>
 *
 * <p>A write goes through these states:
 *
 * <ol>
 *   <li><b>staging</b>: no journal; the target is as it was. What kills or fails it leaves the
 *       target alone.
 *   <li><b>replacing</b>: the journal is there. What fails it is undone by the writer, what kills
 *       it by the next one, before anything else: the target becomes as it was.
 *   <li><b>replaced</b>: the journal is removed, in one step; the target is new. {@code old} is
 *       rubbish now.
 * </ol>
 *
 * <p>Nothing in it is ever younger or older than the target by a clock: whoever has the lock knows
 * that all it finds was left by one that is gone. Readers take no lock and change nothing; they see
 * by the journal that the target is between two states.
 */
final class Workspace implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
  private static final String LOCK = "lock";
  private static final String JOURNAL = "/journal";
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Directories files;
  private final String target;
  private final String root;
  private final Lock lock;

  private Workspace(Directories files, String target, Lock lock) {
    this.files = files;
    this.target = target;
    this.root = root(target);
    this.lock = lock;
  }

  private static String root(String target) {
    int slash = target.lastIndexOf('/');
    return target.substring(0, slash + 1) + "." + target.substring(slash + 1) + ".sluice";
  }

  /** The file that is there exactly while the target is between two states. */
  static String journal(String target) {
    return root(target) + JOURNAL;
  }

  /**
   * Takes the right to write a target and brings the target into order if its last writer was
   * killed.
   *
   * @throws IllegalStateException if another run is writing it
   * @throws IOException if the workspace cannot be made, or the target not be brought into order
   */
  static Workspace open(Directories files, String target) throws IOException {
    return open(files, target, Duration.ZERO);
  }

  /**
   * The same, and waits for another run to end.
   *
   * @param patience how long
   */
  static Workspace open(Directories files, String target, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      files.createDirectories(root(target));
      Optional<Lock> lock;
      try {
        lock = files.tryLock(root(target) + "/" + LOCK, owner());
      } catch (FileNotFoundException e) {
        // the last writer removed the directory just now
        continue;
      }
      if (lock.isEmpty() && System.nanoTime() < deadline) {
        pause();
        continue;
      } else if (lock.isEmpty()) {
        throw new IllegalStateException(
            "another run is writing %s (%s); one target has one writer at a time: write it when the other has ended, or use a table format (Delta, Iceberg), which keeps several writers apart"
                .formatted(target, files.ownerOf(root(target) + "/" + LOCK)));
      }
      Workspace workspace = new Workspace(files, target, lock.get());
      workspace.recover();
      return workspace;
    }
  }

  private static void pause() throws InterruptedIOException {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another run was writing the target");
    }
  }

  private static String owner() {
    return "process %d on %s, since %s"
        .formatted(
            ProcessHandle.current().pid(), host(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a host without a name";
    }
  }

  private void recover() throws IOException {
    try {
      if (files.exists(root + JOURNAL)) {
        undo(Journal.parse(files.readText(root + JOURNAL)));
      }
      sweep();
      if (files.exists(target)) {
        files.copyAccess(target, root);
      }
    } catch (IOException | RuntimeException e) {
      release(e);
      throw e;
    }
  }

  private void release(Exception failure) {
    try {
      lock.release();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Where the new data is to be written. Nothing is there yet. */
  String staging() {
    return root + "/new";
  }

  /** What has been written there. */
  Staged staged() {
    return new Staged(files, staging(), target);
  }

  /**
   * Puts what is staged into the target.
   *
   * @throws IOException if it cannot be done; the target is then as it was, or, where a suppressed
   *     exception says that this failed too, will be by the next writer
   */
  void replace(Journal journal) throws IOException {
    try {
      lock.confirm();
      files.writeText(root + "/journal-draft", journal.text());
      files.rename(root + "/journal-draft", root + JOURNAL);
      replacement().apply(journal);
      files.delete(root + JOURNAL);
    } catch (IOException | RuntimeException e) {
      undo(journal, e);
      throw e;
    }
  }

  private void undo(Journal journal, Exception failure) {
    try {
      if (files.exists(root + JOURNAL)) {
        undo(journal);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private void undo(Journal journal) throws IOException {
    replacement().undo(journal);
    files.delete(root + JOURNAL);
  }

  private Replacement replacement() {
    return new Replacement(files, target, staging(), root + "/old");
  }

  /** Removes all but the lock. There must be no journal. */
  private void sweep() throws IOException {
    for (Child child : files.children(root)) {
      if (!child.name().startsWith(LOCK)) {
        files.delete(root + "/" + child.name());
      }
    }
  }

  /**
   * Removes the workspace and gives the right to write back. If the target is still between two
   * states, what is needed to bring it into order stays.
   */
  @Override
  public void close() {
    try {
      // Whoever has taken the lock meanwhile works in the same directory.
      lock.confirm();
      try {
        if (!files.exists(root + JOURNAL)) {
          sweep();
        }
      } finally {
        lock.release();
        files.deleteIfEmpty(root);
      }
    } catch (IOException e) {
      // The target is right, and the next writer removes what is left here.
      LOG.warn("{} is left to the next writer: {}", root, e.toString());
    }
  }
}
