package dev.sluice.testkit.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries of a class path an archive may hold. */
class StableJarsTest {

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({
    "repository/spark-core_2.13-4.1.0.jar, true",
    "repository/mine-1.0-SNAPSHOT.jar, false",
    "repository/sdk-testkit-0.1.0-SNAPSHOT.jar, true",
    "project/target/mine-1.0.jar, false",
    "project/build/libs/mine-1.0.jar, false",
    "tmp/surefirebooter-1.jar, false",
    "repository/notes.txt, false"
  })
  void aJarIsStable(String path, boolean stable) throws Exception {
    Path file = dir.resolve(path);
    Files.createDirectories(file.getParent());
    Files.createFile(file);

    assertThat(StableJars.contains(file)).isEqualTo(stable);
  }

  @ParameterizedTest
  @CsvSource({"repository/none.jar", "classes"})
  void whatIsNotThereOrNoFileIsNot(String path) throws Exception {
    Files.createDirectories(dir.resolve("classes"));

    assertThat(StableJars.contains(dir.resolve(path))).isFalse();
  }
}
