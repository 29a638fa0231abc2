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

  @TempDir
  Path dir;

  @Test
  void aJarStandsForThoseItsManifestNames() throws Exception {
    Path library = Programs.jar(dir.resolve("a library.jar"));
    Path classes = Programs.directory(dir);
    Path booter = Programs.jar(dir.resolve("booter.jar"), classes, library);

    JvmCommand command =
        JvmCommand.of(List.of("-Xmx1g", "-ea", "-jar", booter.toString(), "x", "-y"), "");

    assertThat(command.classPath()).contains(List.of(booter, classes, library));
    assertThat(command.options()).containsExactly("-Xmx1g", "-ea");
    assertThat(command.words()).containsExactly(Programs.Report.class.getName(), "x", "-y");
  }

  @Test
  void aClassPathMayBeGiven() throws Exception {
    String path = dir.resolve("a.jar") + File.pathSeparator + dir.resolve("b");

    JvmCommand command = JvmCommand.of(List.of("-cp", path, "Main", "x"), "unused");

    assertThat(command.classPath()).contains(List.of(dir.resolve("a.jar"), dir.resolve("b")));
    assertThat(command.words()).containsExactly("Main", "x");
  }

  @Test
  void theClassPathIsElseThatOfTheEnvironment() throws Exception {
    JvmCommand command = JvmCommand.of(List.of("Main"), dir.resolve("a.jar").toString());

    assertThat(command.classPath()).contains(List.of(dir.resolve("a.jar")));
  }

  @Test
  void aFileOfArgumentsStaysAsItIs() throws Exception {
    JvmCommand command = JvmCommand.of(List.of("-ea", "@modules.args", "Main"), "a.jar");

    assertThat(command.classPath()).isEmpty();
    assertThat(command.words()).containsExactly("@modules.args", "Main");
  }

  @Test
  void theLastValueOfAPropertyCounts() throws Exception {
    JvmCommand command = JvmCommand.of(List.of("-Da=1", "-Da=2", "Main"), "");

    assertThat(command.property("a")).contains("2");
    assertThat(command.property("b")).isEmpty();
  }

  @Test
  void nothingToRunIsRefusedWithWhatToWrite() {
    assertThatThrownBy(() -> JvmCommand.of(List.of(), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write -jar FILE");
  }
}
