package dev.sluice.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.spark.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The step that puts new data in the place of the old, killed with SIGKILL in the middle. */
class KilledReplacementTest {

  private static final int ROUNDS = Integer.getInteger("sluice.kill.rounds", 10);
  private static final int LONGEST_LIFE_MILLIS = 100;

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theNextReadFindsOneVersionWhole(boolean partitions) throws Exception {
    String target = dir.resolve("data").toString();
    Storage storage = Storage.of(new Configuration(), target);
    Random random = new Random();
    for (int round = 0; round < ROUNDS; round++) {
      VictimProcess.start(SwappingProcess.class, target, String.valueOf(partitions))
          .kill(random.nextInt(LONGEST_LIFE_MILLIS));

      new Leftovers(storage, target).finish();

      assertThat(versions(target)).as("after round %d", round).hasSize(SwappingProcess.FILES);
      assertThat(versions(target).stream().distinct()).as("after round %d", round).hasSize(1);
    }
    new Leftovers(storage, target).clear();
    try (Stream<Path> names = java.nio.file.Files.list(dir)) {
      assertThat(names).containsExactly(Path.of(target));
    }
  }

  private static List<String> versions(String target) throws IOException {
    List<String> versions = new ArrayList<>();
    for (int part = 0; part < SwappingProcess.FILES; part++) {
      versions.add(
          java.nio.file.Files.readString(
              Path.of(target + SwappingProcess.directory(part), "data")));
    }
    return versions;
  }
}
