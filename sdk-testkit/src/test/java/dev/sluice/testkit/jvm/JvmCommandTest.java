package dev.sluice.testkit.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the words of a command line are read. */
class JvmCommandTest {

  @TempDir Path dir;

  @Test
  void aJarStandsForThoseItsManifestNames() throws Exception {
    Path library = Programs.jar(dir.resolve("a library.jar"));
    Path classes = Programs.directory(dir);
    Path booter = Programs.jar(dir.resolve("booter.jar"), classes, library);

    JvmCommand command = JvmCommand.of(List.of("-jar", booter.toString(), "x", "-y"), "");

    assertThat(command.classPath()).containsExactly(booter, classes, library);
    assertThat(command.main()).isEqualTo(Programs.Report.class.getName());
    assertThat(command.arguments()).containsExactly("x", "-y");
  }

  @Test
  void aClassPathMayBeGiven() throws Exception {
    String path = dir.resolve("a.jar") + File.pathSeparator + dir.resolve("b");

    JvmCommand command = JvmCommand.of(List.of("-cp", path, "Main", "x"), "unused");

    assertThat(command.classPath()).containsExactly(dir.resolve("a.jar"), dir.resolve("b"));
    assertThat(command.words()).containsExactly("-cp", path, "Main", "x");
  }

  @Test
  void theClassPathIsElseThatOfTheEnvironment() throws Exception {
    JvmCommand command = JvmCommand.of(List.of("Main"), dir.resolve("a.jar").toString());

    assertThat(command.classPath()).containsExactly(dir.resolve("a.jar"));
  }

  @Test
  void nothingToRunIsRefusedWithWhatToWrite() {
    assertThatThrownBy(() -> JvmCommand.of(List.of(), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write -jar FILE");
  }
}
