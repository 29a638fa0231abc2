package dev.sluice.streaming.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to run a stream on a checkpoint. While it is held a daemon thread says every few seconds
 * that the holder lives; one that is silent for long may lose it to another, and finds that out
 * before it writes an epoch.
 */
public final class Lease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  /** Who finds others at the same moment looks again; more often than this is a file system's fault. */
  private static final int ATTEMPTS = 20;

  private final CheckpointFiles files;
  private final LeaseTimes times;
  private final Clock clock;
  private LeaseEntry entry;
  private boolean closed;
  private Optional<String> lost = Optional.empty();

  private Lease(CheckpointFiles files, LeaseTimes times, Clock clock, LeaseEntry entry) {
    this.files = files;
    this.times = times;
    this.clock = clock;
    this.entry = entry;
  }

  /** Who holds the lease of a checkpoint, so that this process could not take it. */
  static Optional<LeaseEntry> holder(
      CheckpointFiles files, LeaseOwner here, LeaseTimes times, Clock clock) throws IOException {
    long newest = LeaseEntry.newest(files);
    return newest == 0
        ? Optional.empty()
        : LeaseEntry.read(files, newest)
            .filter(entry -> entry.isHeld(here, times, clock.instant()));
  }

  /**
   * Takes the lease.
   *
   * @param files the directory that the lease is in
   * @throws LeaseHeldException if another one holds it
   * @throws IOException if it cannot be read or written
   */
  static Lease take(CheckpointFiles files, LeaseOwner owner, LeaseTimes times, Clock clock)
      throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long newest = LeaseEntry.newest(files);
      Optional<LeaseEntry> before =
          newest == 0 ? Optional.empty() : LeaseEntry.read(files, newest);
      if (newest > 0 && before.isEmpty()) {
        continue; // another one has taken it, and forgotten this, since the directory was read
      }
      Instant now = clock.instant();
      if (before.isPresent() && before.get().isHeld(owner, times, now)) {
        throw new LeaseHeldException(before.get());
      }
      LeaseEntry mine = new LeaseEntry(newest + 1, Optional.of(owner), now, now, false);
      if (files.create(LeaseEntry.file(mine.number()), mine.json()) && isStill(files, mine)) {
        forgetBefore(files, mine.number());
        Lease lease = new Lease(files, times, clock, mine);
        lease.beatFromNowOn();
        return lease;
      }
    }
    throw new IOException(
        "the lease in %s changes hands again and again".formatted(files.place()));
  }

  /** An object store may let two processes make one file; the last one has it then. */
  private static boolean isStill(CheckpointFiles files, LeaseEntry mine) throws IOException {
    return files.text(LeaseEntry.file(mine.number())).filter(mine.json()::equals).isPresent();
  }

  private static void forgetBefore(CheckpointFiles files, long number) throws IOException {
    for (String name : files.list().keySet()) {
      OptionalLong other = LeaseEntry.number(name);
      if (other.isPresent() && other.getAsLong() < number) {
        files.delete(name);
      }
    }
  }

  private void beatFromNowOn() {
    Thread heart =
        new Thread(this::beat, "sluice-lease-" + entry.owner().map(LeaseOwner::run).orElse(""));
    heart.setDaemon(true);
    heart.start();
  }

  private synchronized void beat() {
    while (true) {
      try {
        wait(times.heartbeat().toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      if (closed || lost.isPresent()) {
        return;
      }
      try {
        lookWhetherLost();
        tellThatThisLives();
      } catch (IOException e) {
        LOG.warn("the lease in {} cannot be renewed now", files.place(), e);
      }
    }
  }

  private void tellThatThisLives() throws IOException {
    if (lost.isEmpty()) {
      LeaseEntry heard = entry.heard(clock.instant());
      files.replace(LeaseEntry.file(entry.number()), heard.json());
      entry = heard;
    }
  }

  private void lookWhetherLost() throws IOException {
    long newest = LeaseEntry.newest(files);
    if (newest > entry.number()) {
      lost =
          Optional.of(
              LeaseEntry.read(files, newest)
                  .map(taker -> "was taken over by " + taker.text())
                  .orElse("was taken over"));
    } else if (newest < entry.number()) {
      lost = Optional.of("is gone: its file was removed");
    }
  }

  /**
   * Makes sure that it is still held.
   *
   * @throws LeaseLostException if it is not, or nobody can say
   */
  public synchronized void confirm() {
    try {
      lookWhetherLost();
    } catch (IOException e) {
      if (entry.heard().plus(times.expiry()).isBefore(clock.instant())) {
        lost = Optional.of("could not be renewed in time: " + e.getMessage());
      }
    }
    lost.ifPresent(
        how -> {
          throw new LeaseLostException(
              "the lease of this stream on the checkpoint %s %s; it stops before it writes another epoch"
                  .formatted(files.place(), how));
        });
  }

  /** Gives it back, so that the next start need not wait. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    notifyAll();
    try {
      lookWhetherLost();
      if (lost.isEmpty()) {
        LeaseEntry released = entry.released(clock.instant());
        files.replace(LeaseEntry.file(entry.number()), released.json());
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn(
          "the lease in {} cannot be given back; it ends by itself after {}",
          files.place(),
          times.expiry(),
          e);
    }
  }
}
