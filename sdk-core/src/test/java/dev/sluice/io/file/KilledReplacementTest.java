package dev.sluice.io.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.spark.files.Storage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two writers in processes of their own replace partitions of one target, over two levels, and die
 * with SIGKILL at random moments, while a reader reads. {@code -Dsluice.kill.rounds=250} kills 500
 * of them.
 */
class KilledReplacementTest {

  private static final int ROUNDS = Integer.getInteger("sluice.kill.rounds", 4);
  private static final int LONGEST_LIFE_MILLIS = 60;

  private static final List<String> ONLY_FIRST = List.of("/y=2024/m=1", "/y=2025/m=1");
  private static final List<String> BOTH = List.of("/y=2024/m=2", "/y=2026/m=1");
  private static final List<String> ONLY_SECOND = List.of("/y=2024/m=3");
  private static final List<String> NONE = List.of("/y=2024/m=4", "/y=2025/m=2", "/y=2023/m=12");

  @TempDir
  Path dir;
  private String target;
  private Storage storage;

  @BeforeEach
  void setUp() throws IOException {
    target = dir.resolve("data").toString();
    storage = Storage.of(new Configuration(), target);
    for (List<String> partitions : List.of(ONLY_FIRST, BOTH, ONLY_SECOND, NONE)) {
      SwappingProcess.write(target, partitions, 1);
    }
  }

  @Test
  void noPartitionIsLostOrBecomesOlder(TestReporter reporter) throws Exception {
    Random random = new Random();
    AtomicBoolean goesOn = new AtomicBoolean(true);
    ExecutorService readers = Executors.newSingleThreadExecutor();
    Map<String, Long> newest = new HashMap<>();
    int undone = 0;
    try {
      Future<Integer> reads = readers.submit(reader(goesOn));
      for (int round = 0; round < ROUNDS; round++) {
        VictimProcess first = start(ONLY_FIRST);
        VictimProcess second = start(ONLY_SECOND);
        first.kill(random.nextInt(LONGEST_LIFE_MILLIS));
        second.kill(random.nextInt(LONGEST_LIFE_MILLIS));
        undone += storage.exists(Workspace.journal(target)) ? 1 : 0;

        Workspace.open(storage, target).close();

        assertRoundIsRight(round, newest);
      }
      goesOn.set(false);
      reporter.publishEntry(
          "%d kills, %d rounds ended among the renames, %d reads"
              .formatted(2 * ROUNDS, undone, reads.get()));
    } finally {
      goesOn.set(false);
      readers.shutdown();
    }
  }

  private VictimProcess start(List<String> own) throws IOException {
    List<String> partitions = Stream.concat(own.stream(), BOTH.stream()).toList();
    return VictimProcess.start(
        SwappingProcess.class, target, String.join(",", partitions), "false");
  }

  private void assertRoundIsRight(int round, Map<String, Long> newest) throws IOException {
    Map<String, Long> now = versions();
    assertThat(NONE).as("never written, round %d", round).allMatch(p -> now.get(p) == 1);
    assertThat(ONLY_FIRST.stream().map(now::get).distinct()).as("by the first").hasSize(1);
    assertThat(BOTH.stream().map(now::get).distinct()).as("by both").hasSize(1);
    assertThat(now.get(BOTH.get(0)))
        .as("the last of the two")
        .isEqualTo(Math.max(now.get(ONLY_FIRST.get(0)), now.get(ONLY_SECOND.get(0))));
    now.forEach(
        (partition, version) -> assertThat(version)
            .isGreaterThanOrEqualTo(newest.getOrDefault(partition, 1L)));
    newest.putAll(now);
    try (Stream<Path> names = java.nio.file.Files.list(dir)) {
      assertThat(names).as("left beside the target").containsExactly(Path.of(target));
    }
  }

  /** Reads as a source does, again when a file is replaced under its hands. */
  private Callable<Integer> reader(AtomicBoolean goesOn) {
    return () -> {
      int reads = 0;
      while (goesOn.get()) {
        assertThat(PendingReplacement.of(storage, target)).isEmpty();
        try {
          assertThat(NONE).allMatch(partition -> version(partition) == 1);
          versions();
          reads++;
        } catch (Replaced e) {
          // read again
        }
      }
      return reads;
    };
  }

  private static final class Replaced extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Map<String, Long> versions() {
    Map<String, Long> versions = new HashMap<>();
    for (List<String> partitions : List.of(ONLY_FIRST, BOTH, ONLY_SECOND, NONE)) {
      partitions.forEach(partition -> versions.put(partition, version(partition)));
    }
    return versions;
  }

  private long version(String partition) {
    try (Stream<Path> files = java.nio.file.Files.list(Path.of(target + partition))) {
      List<Path> all = files.toList();
      assertThat(all).as("files of %s", partition).hasSize(1);
      return Long.parseLong(java.nio.file.Files.readString(all.get(0)));
    } catch (NoSuchFileException e) {
      if (NONE.contains(partition)) {
        throw new AssertionError(partition + " was touched", e);
      }
      throw new Replaced();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
