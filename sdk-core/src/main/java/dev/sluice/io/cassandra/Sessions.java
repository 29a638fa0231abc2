package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The sessions of this JVM: one for each cluster and keyspace, which all tasks share, for a session
 * is dear to open and made to be shared. Once nobody has used it for a while it is closed.
 */
final class Sessions {

  static final long IDLE_MILLIS = 3_000;

  private static final Sessions OF_JVM = new Sessions();

  private final Map<Key, Shared> open = new HashMap<>();
  private final ScheduledThreadPoolExecutor reaper;

  /** Two configurations of the same values share a session. No record: those show what they hold. */
  private static final class Key {
    private final List<Object> values;

    Key(Cluster cluster, String keyspace) {
      this.values =
          List.of(
              cluster.points(),
              cluster.datacenter(),
              cluster.user(),
              cluster.passwordValue(),
              cluster.timeout(),
              keyspace);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.values.equals(values);
    }

    @Override
    public int hashCode() {
      return values.hashCode();
    }
  }

  private static final class Shared {
    private CqlSession session;
    private int leases;
    private long idleSince;
    private boolean broken;
  }

  private Sessions() {
    reaper =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "sluice-cassandra-idle");
              thread.setDaemon(true);
              return thread;
            });
    reaper.setKeepAliveTime(1, TimeUnit.SECONDS);
    reaper.allowCoreThreadTimeOut(true);
  }

  /**
   * A session to give back.
   *
   * @throws RuntimeException of the driver, if nobody answers in time
   */
  static Lease lease(Cluster cluster, String keyspace) {
    Driver.require();
    return OF_JVM.lent(cluster, keyspace);
  }

  private Lease lent(Cluster cluster, String keyspace) {
    Key key = new Key(cluster, keyspace);
    Shared shared;
    synchronized (open) {
      shared = open.computeIfAbsent(key, k -> new Shared());
      shared.leases++;
    }
    try {
      // whoever comes meanwhile waits for this session, and not for those of other clusters
      synchronized (shared) {
        if (shared.session == null) {
          shared.session = Opening.session(cluster, keyspace);
        }
      }
      return new Lease(key, shared);
    } catch (RuntimeException | Error e) {
      giveBack(key, shared, true);
      throw e;
    }
  }

  private void giveBack(Key key, Shared shared, boolean broken) {
    synchronized (open) {
      shared.leases--;
      shared.idleSince = System.nanoTime();
      shared.broken |= broken;
      if (shared.broken) {
        open.remove(key, shared);
      }
      if (shared.leases > 0) {
        return;
      }
      if (!shared.broken) {
        reaper.schedule(() -> closeIfIdle(key, shared), IDLE_MILLIS, TimeUnit.MILLISECONDS);
        return;
      }
    }
    close(shared);
  }

  private void closeIfIdle(Key key, Shared shared) {
    synchronized (open) {
      long idle = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - shared.idleSince);
      // somebody who used it since has asked to look again later
      if (shared.leases > 0 || idle < IDLE_MILLIS - 1 || !open.remove(key, shared)) {
        return;
      }
    }
    close(shared);
  }

  /** In the background: the driver takes its time. */
  private static void close(Shared shared) {
    synchronized (shared) {
      if (shared.session != null) {
        shared.session.closeAsync();
      }
    }
  }

  /** The use of a session by one task. */
  static final class Lease implements AutoCloseable {
    private final Key key;
    private final Shared shared;
    private boolean broken;
    private boolean closed;

    private Lease(Key key, Shared shared) {
      this.key = key;
      this.shared = shared;
    }

    CqlSession session() {
      return shared.session;
    }

    /** Says that the session has failed: who comes next gets a new one. */
    void broken() {
      broken = true;
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        OF_JVM.giveBack(key, shared, broken);
      }
    }
  }
}
