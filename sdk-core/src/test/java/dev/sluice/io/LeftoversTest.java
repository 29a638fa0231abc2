package dev.sluice.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.spark.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each state in which a killed replacement can leave the disk, made by hand. */
class LeftoversTest {

  /** A process of this machine that cannot be running: it began in 1970. */
  private static final String DEAD =
      new WriterId(WriterId.create().host(), ProcessHandle.current().pid(), 1, "0123abcd")
          .toString();

  /** Other writes of it: names that sort before and after. */
  private static final String EARLIER = "00000000";

  private static final String LATER = "ffffffff";

  @TempDir Path dir;
  private String target;
  private String staging;
  private Leftovers leftovers;

  @BeforeEach
  void setUp() throws IOException {
    target = dir.resolve("data").toString();
    staging = Replacement.stagingPrefix(target) + DEAD;
    leftovers = new Leftovers(Storage.of(new Configuration(), target), target);
  }

  @Test
  void killedWhileWriting() throws IOException {
    SwappingProcess.write(target, 1);
    SwappingProcess.write(staging, 2);

    leftovers.clear();

    assertOnlyTarget("1");
  }

  @Test
  void killedWhileWritingForTheFirstTime() throws IOException {
    SwappingProcess.write(staging, 2);

    leftovers.clear();

    assertThat(names()).isEmpty();
  }

  @Test
  void killedBetweenTheTwoRenames() throws IOException {
    SwappingProcess.write(staging + Replacement.OLD, 1);
    SwappingProcess.write(staging, 2);

    leftovers.clear();

    assertOnlyTarget("2");
  }

  @Test
  void killedBeforeTheOldWasRemoved() throws IOException {
    SwappingProcess.write(staging + Replacement.OLD, 1);
    SwappingProcess.write(target, 2);

    leftovers.clear();

    assertOnlyTarget("2");
  }

  @Test
  void onlyTheOldIsThere() throws IOException {
    SwappingProcess.write(staging + Replacement.OLD, 1);

    leftovers.clear();

    assertOnlyTarget("1");
  }

  @Test
  void killedAmongThePartitions() throws IOException {
    SwappingProcess.write(target, 1);
    SwappingProcess.write(staging + Replacement.PARTS, 2);
    move(target + "/part=0", staging + Replacement.OLD + "/part=0");
    move(staging + Replacement.PARTS + "/part=0", target + "/part=0");

    leftovers.clear();

    assertOnlyTarget("2");
  }

  @Test
  void killedBetweenTheTwoRenamesOfAPartition() throws IOException {
    SwappingProcess.write(target, 1);
    SwappingProcess.write(staging + Replacement.PARTS, 2);
    move(target + "/part=0", staging + Replacement.OLD + "/part=0");

    leftovers.clear();

    assertOnlyTarget("2");
  }

  @Test
  void killedWhileTheOldWasRemoved() throws IOException {
    SwappingProcess.write(staging + Replacement.GONE, 1);
    SwappingProcess.write(target, 2);

    leftovers.clear();

    assertOnlyTarget("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {EARLIER, LATER})
  void twoKilledOneWhileTheOldWasRemovedTheOtherBetweenTheTwoRenames(String other)
      throws IOException {
    SwappingProcess.write(staging(other) + Replacement.GONE, 1);
    SwappingProcess.write(staging + Replacement.OLD, 2);
    SwappingProcess.write(staging, 3);

    leftovers.clear();

    assertOnlyTarget("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {EARLIER, LATER})
  void twoKilledOneBeforeTheOldWasRemovedTheOtherBetweenTheTwoRenames(String other)
      throws IOException {
    SwappingProcess.write(staging(other) + Replacement.OLD, 1);
    SwappingProcess.write(staging + Replacement.OLD, 2);
    SwappingProcess.write(staging, 3);

    leftovers.clear();

    assertOnlyTarget("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {EARLIER, LATER})
  void twoKilledOneAmongThePartitionsTheOtherBetweenTheTwoRenames(String other) throws IOException {
    SwappingProcess.write(staging(other) + Replacement.OLD, 1);
    SwappingProcess.write(staging(other) + Replacement.PARTS, 3);
    SwappingProcess.write(staging + Replacement.OLD, 2);
    SwappingProcess.write(staging, 3);

    leftovers.clear();

    assertOnlyTarget("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {EARLIER, LATER})
  void ofSeveralOldOnesTheNewestIsRestored(String other) throws IOException {
    SwappingProcess.write(staging(other) + Replacement.OLD, 1);
    java.nio.file.Files.setLastModifiedTime(
        Path.of(staging(other) + Replacement.OLD), FileTime.from(Instant.now().minusSeconds(60)));
    SwappingProcess.write(staging + Replacement.OLD, 2);

    leftovers.clear();

    assertOnlyTarget("2");
  }

  @Test
  void aReaderFinishesButRemovesNothing() throws IOException {
    SwappingProcess.write(staging + Replacement.OLD, 1);
    SwappingProcess.write(staging, 2);

    leftovers.finish();

    assertThat(names()).contains("data", Path.of(staging + Replacement.OLD).getFileName() + "");
  }

  @Test
  void whatARunningProcessWritesIsNotTouched() throws IOException {
    SwappingProcess.write(target, 1);
    String running = Replacement.stagingPrefix(target) + WriterId.create();
    SwappingProcess.write(running, 2);

    leftovers.clear();

    assertThat(names()).contains("data", Path.of(running).getFileName().toString());
  }

  @Test
  void directoriesOfOthersAreNotTouched() throws IOException {
    SwappingProcess.write(target, 1);
    SwappingProcess.write(dir + "/.data.sluice-notes", 1);
    SwappingProcess.write(dir + "/.database.sluice-" + DEAD, 1);

    leftovers.clear();

    assertThat(names())
        .containsExactlyInAnyOrder("data", ".data.sluice-notes", ".database.sluice-" + DEAD);
  }

  private String staging(String write) {
    return staging.replace("0123abcd", write);
  }

  private static void move(String from, String to) throws IOException {
    java.nio.file.Files.createDirectories(Path.of(to).getParent());
    java.nio.file.Files.move(Path.of(from), Path.of(to));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> names = java.nio.file.Files.list(dir)) {
      return names.map(path -> path.getFileName().toString()).toList();
    }
  }

  private void assertOnlyTarget(String version) throws IOException {
    assertThat(names()).containsExactly("data");
    for (int part = 0; part < SwappingProcess.FILES; part++) {
      assertThat(Path.of(target + SwappingProcess.directory(part), "data")).hasContent(version);
    }
  }
}
