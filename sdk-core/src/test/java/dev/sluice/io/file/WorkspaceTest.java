package dev.sluice.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.spark.files.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk after a replacement, after one that fails, and after one that was killed. */
class WorkspaceTest {

  @TempDir
  Path dir;
  private Path target;
  private Path hidden;
  private Storage storage;

  @BeforeEach
  void setUp() throws IOException {
    target = dir.resolve("data");
    hidden = dir.resolve(".data.sluice");
    storage = Storage.of(new Configuration(), target.toString());
    for (String partition : List.of("y=2024/m=1", "y=2024/m=2", "y=2024/m=3", "y=2025/m=1")) {
      write(target, partition + "/part-old");
    }
  }

  private static void write(Path root, String file) throws IOException {
    java.nio.file.Files.createDirectories(root.resolve(file).getParent());
    java.nio.file.Files.writeString(root.resolve(file), Path.of(file).getFileName().toString());
  }

  private static void move(Path from, Path to) throws IOException {
    java.nio.file.Files.createDirectories(to.getParent());
    java.nio.file.Files.move(from, to);
  }

  private Workspace open() throws IOException {
    return Workspace.open(storage, target.toString());
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> all = java.nio.file.Files.walk(dir)) {
      for (Path each : all.filter(java.nio.file.Files::isRegularFile).toList()) {
        Path parent = dir.relativize(each.getParent());
        content.merge(parent.toString(), each.getFileName().toString(), (a, b) -> a + "," + b);
      }
    }
    return content;
  }

  /** A writer of 2024/1 and 2025/1, killed when the first of them was in its place. */
  private void killedAfterTheFirstPartition() throws IOException {
    write(hidden.resolve("new"), "y=2024/m=1/part-new");
    write(hidden.resolve("new"), "y=2025/m=1/part-new");
    java.nio.file.Files.writeString(
        hidden.resolve("journal"),
        new Staged(storage, hidden + "/new", target.toString()).partitions().text());
    move(target.resolve("y=2024/m=1"), hidden.resolve("old/y=2024/m=1"));
    move(hidden.resolve("new/y=2024/m=1"), target.resolve("y=2024/m=1"));
  }

  @Test
  void theNextWriterUndoesWhatAKilledOneBeganAndTouchesNothingElse() throws IOException {
    killedAfterTheFirstPartition();

    open().close();

    assertThat(content())
        .isEqualTo(
            Map.of(
                "data/y=2024/m=1", "part-old",
                "data/y=2024/m=2", "part-old",
                "data/y=2024/m=3", "part-old",
                "data/y=2025/m=1", "part-old"));
    assertThat(hidden).doesNotExist();
  }

  @Test
  void aReaderIsToldOfAKilledWriterAndChangesNothing() throws IOException {
    killedAfterTheFirstPartition();
    Map<String, String> before = content();

    assertThat(
        PendingReplacement.of(storage, target + "/y=2024", Duration.ofMillis(30)).orElseThrow())
        .contains(target + " is between two states", "Files.recover(spark, \"" + target + "\")");
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void aReaderWaitsForALivingWriterToEnd() throws IOException, InterruptedException {
    killedAfterTheFirstPartition();
    Thread writer =
        new Thread(
            () -> {
              try {
                Thread.sleep(100);
                open().close();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    writer.start();

    assertThat(PendingReplacement.of(storage, target.toString(), Duration.ofSeconds(20))).isEmpty();
    writer.join();
  }

  @Test
  void newerDataThatSomebodyElsePutThereSinceTheKillStays() throws IOException {
    killedAfterTheFirstPartition();
    java.nio.file.Files.delete(target.resolve("y=2024/m=1/part-new"));
    write(target, "y=2024/m=1/part-newest");

    open().close();

    assertThat(content()).containsEntry("data/y=2024/m=1", "part-newest");
  }

  @Test
  void aReplacementThatFailsIsUndoneAtOnce() throws IOException {
    java.nio.file.Files.writeString(target.resolve("y=2026"), "a file where a directory has to be");
    Map<String, String> before = content();

    try (Workspace workspace = open()) {
      write(Path.of(workspace.staging()), "y=2024/m=1/part-new");
      write(Path.of(workspace.staging()), "y=2026/m=1/part-new");
      Journal journal = workspace.staged().partitions();
      assertThatThrownBy(() -> workspace.replace(journal)).isInstanceOf(IOException.class);
    }

    assertThat(content()).isEqualTo(before);
    assertThat(hidden).doesNotExist();
  }

  @Test
  void leftoversOfOneThatWasKilledWhileItComputedAreRemoved() throws IOException {
    Map<String, String> before = content();
    write(hidden.resolve("new"), "_temporary/0/part-new");
    write(hidden.resolve("old"), "y=2024/m=1/part-older");

    open().close();

    assertThat(content()).isEqualTo(before);
    assertThat(hidden).doesNotExist();
  }

  @Test
  void anAppendThatWasKilledAmongItsFilesIsTakenBack() throws IOException {
    Map<String, String> before = content();
    write(hidden.resolve("new"), "y=2024/m=1/part-new");
    write(hidden.resolve("new"), "y=2027/m=1/part-new");
    java.nio.file.Files.writeString(
        hidden.resolve("journal"),
        new Staged(storage, hidden + "/new", target.toString()).single().text());
    move(hidden.resolve("new/y=2024/m=1/part-new"), target.resolve("y=2024/m=1/part-new"));
    move(hidden.resolve("new/y=2027/m=1/part-new"), target.resolve("y=2027/m=1/part-new"));

    open().close();

    assertThat(content()).isEqualTo(before);
    assertThat(target.resolve("y=2027")).doesNotExist();
  }

  @Test
  void aSecondWriterIsRefusedAndToldOfTheFirst() throws IOException {
    try (Workspace first = open()) {
      assertThat(first.staging()).contains(".data.sluice");
      assertThatThrownBy(this::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another run is writing " + target + " (this process)");
    }
    open().close();
  }
}
