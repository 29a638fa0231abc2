package dev.sluice.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.spark.files.Directories.Child;
import dev.sluice.spark.files.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol on a real HDFS, where the lock is a lease. */
class HdfsWorkspaceTest {

  private static final long LEASE_MILLIS = 1_000;

  @TempDir
  static Path dir;
  private static MiniDFSCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, dir.toString());
    cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    cluster.waitActive();
  }

  @AfterAll
  static void stop() {
    cluster.shutdown();
  }

  /** A client of its own: another process, as far as the name node can tell. */
  private static Storage client() throws IOException {
    Configuration configuration = new Configuration();
    configuration.setBoolean("fs.hdfs.impl.disable.cache", true);
    return Storage.of(configuration, cluster.getURI().toString());
  }

  private static String target(String name) {
    return cluster.getURI() + "/lake/" + name;
  }

  private static void write(Storage storage, String target, String... files) throws IOException {
    try (Workspace workspace = Workspace.open(storage, target)) {
      for (String file : files) {
        storage.createDirectories(workspace.staging() + file.substring(0, file.lastIndexOf('/')));
        storage.writeText(workspace.staging() + file, file);
      }
      Staged staged = workspace.staged();
      workspace.replace(storage.exists(target) ? staged.partitions() : staged.whole());
    }
  }

  private static List<String> names(Storage storage, String directory) throws IOException {
    return storage.children(directory).stream().map(Child::name).toList();
  }

  @Test
  void partitionsAreReplacedAndNothingIsLeft() throws IOException {
    Storage storage = client();
    String target = target("sales");

    write(storage, target, "/y=1/m=1/part-a", "/y=1/m=2/part-a", "/y=2/m=1/part-a");
    write(storage, target, "/y=1/m=1/part-b", "/y=3/m=1/part-b");

    assertThat(names(storage, target + "/y=1/m=1")).containsExactly("part-b");
    assertThat(names(storage, target + "/y=1/m=2")).containsExactly("part-a");
    assertThat(names(storage, target + "/y=3/m=1")).containsExactly("part-b");
    assertThat(names(storage, target("")))
        .filteredOn(name -> name.contains("sales"))
        .containsExactly("sales");
  }

  @Test
  void aSecondWriterIsRefusedAndTheFirstGoesOn() throws IOException {
    String target = target("refused");
    Storage first = client();
    try (Workspace workspace = Workspace.open(first, target)) {
      assertThatThrownBy(() -> Workspace.open(client(), target))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another run is writing", "process");
      first.createDirectories(workspace.staging());
      first.writeText(workspace.staging() + "/part-a", "a");
      workspace.replace(workspace.staged().whole());
    }

    assertThat(names(first, target)).containsExactly("part-a");
  }

  @Test
  void whoHasLostItsLeaseRenamesNothing() throws IOException {
    String target = target("stood-still");
    Storage first = client();
    write(first, target, "/part-a");
    Storage second = client();
    Workspace taken;
    try (Workspace workspace = Workspace.open(first, target)) {
      cluster
          .getFileSystem()
          .recoverLease(new org.apache.hadoop.fs.Path(target("") + ".stood-still.sluice/lock"));
      taken = Workspace.open(second, target);
      second.createDirectories(taken.staging());
      second.writeText(taken.staging() + "/part-c", "c");
      Journal journal = new Journal(List.of(new Journal.Entry("", "/part-c")));

      assertThatThrownBy(() -> workspace.replace(journal)).isInstanceOf(IOException.class);
    }
    try (taken) {
      taken.replace(taken.staged().whole());
    }

    assertThat(names(first, target)).containsExactly("part-c");
  }

  @Test
  void theLockOfAKilledProcessEndsWithItsLease() throws Exception {
    String target = target("killed");
    VictimProcess.start(HdfsWriter.class, target).kill(0);
    assertThatThrownBy(() -> Workspace.open(client(), target))
        .isInstanceOf(IllegalStateException.class);

    cluster.setLeasePeriod(LEASE_MILLIS, 10 * LEASE_MILLIS);
    Storage next = client();
    long deadline = System.nanoTime() + 30_000_000_000L;
    boolean written = false;
    while (!written && System.nanoTime() < deadline) {
      Thread.sleep(200);
      try {
        write(next, target, "/part-b");
        written = true;
      } catch (IllegalStateException e) {
        // the lease is still being taken from the one that was killed
      }
    }

    assertThat(names(next, target)).containsExactly("part-b");
    assertThat(names(next, target("")))
        .filteredOn(name -> name.contains("killed"))
        .containsExactly("killed");
  }
}
