package dev.sluice.testkit.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries of a class path an archive may hold. */
class StableJarsTest {

  @TempDir
  Path dir;

  @ParameterizedTest
  @CsvSource({
      "repository/spark-core_2.13-4.1.0.jar, true",
      "repository/mine-1.0-SNAPSHOT.jar, false",
      "repository/sdk-testkit-0.1.0-SNAPSHOT.jar, true",
      "project/target/mine-1.0.jar, false",
      "project/build/libs/mine-1.0.jar, false",
      "target/repository/org/mine/1.0/mine-1.0.jar, true",
      "tmp/surefirebooter-1.jar, false",
      "repository/notes.txt, false"
  })
  void aJarIsStable(String path, boolean stable) throws Exception {
    Path file = dir.resolve(path);
    Files.createDirectories(file.getParent());
    Files.createFile(file);

    assertThat(StableJars.of(List.of(file)).jars().contains(file)).isEqualTo(stable);
  }

  @ParameterizedTest
  @CsvSource({"repository/none.jar", "classes"})
  void whatIsNotThereOrNoFileIsNot(String path) throws Exception {
    Files.createDirectories(dir.resolve("classes"));

    assertThat(StableJars.of(List.of(dir.resolve(path))).jars()).isEmpty();
  }

  @Test
  void aFileOfADirectoryThatIsInAJarTooIsNamed() throws Exception {
    Path jar = Programs.jar(dir.resolve("a.jar"));
    StableJars jars = StableJars.of(List.of(Programs.directory(dir), jar));

    assertThat(jars.hidden()).get().asString().endsWith("Programs$Report.class of a.jar");
  }

  @Test
  void whatIsInMetaInfHidesNothing() throws Exception {
    Path jar = Programs.jar(dir.resolve("a.jar"));
    Files.createDirectories(dir.resolve("classes/META-INF"));
    Files.createFile(dir.resolve("classes/META-INF/MANIFEST.MF"));

    assertThat(StableJars.of(List.of(dir.resolve("classes"), jar)).hidden()).isEmpty();
  }
}
