package dev.sluice.testkit.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real JVMs, started as Surefire starts them. */
class TestJvmTest {

  @TempDir Path dir;

  private record Ended(int status, String output) {}

  @Test
  void theSecondJvmHasTheFlagsThatSparkNeedsAndThoseThatWereGiven() throws Exception {
    Ended ended = run(List.of("-Dmine=1"), List.of("-jar", booter(), "a", "b c"));

    assertThat(ended.output())
        .contains("arguments [a, b c]", "opened true", "TieredStopAtLevel=1", "-Dmine=1");
  }

  @Test
  void aCollectorOfTheUsersOwnIsKept() throws Exception {
    Ended ended = run(List.of("-XX:+UseG1GC"), List.of("-jar", booter()));

    assertThat(ended.output()).contains("-XX:+UseG1GC").doesNotContain("UseSerialGC");
  }

  @Test
  void whatSurefireWritesToItsInputArrives() throws Exception {
    assertThat(run(List.of(), List.of("-jar", booter())).output()).contains("input a command");
  }

  @Test
  void theStatusIsThatOfTheTests() throws Exception {
    assertThat(run(List.of(), List.of("-jar", booter(), "fail")).status()).isEqualTo(3);
  }

  @Test
  void directoriesComeBehindTheJarsThatStay() throws Exception {
    Path jar = Programs.jar(Files.createDirectory(dir.resolve("lib")).resolve("a.jar"));
    Path classes = Programs.directory(dir);
    String path = classes + File.pathSeparator + jar;

    Ended ended = run(List.of(), List.of("-cp", path, Programs.Report.class.getName()));

    assertThat(ended.output()).contains("class path " + jar + File.pathSeparator + classes);
  }

  @Test
  void aDebuggerGetsTheTestsInTheFirstJvm() throws Exception {
    String debug = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";

    Ended ended = run(List.of(debug), List.of("-jar", booter(), "x"));

    assertThat(ended.output()).contains("arguments [x]", "flags [" + debug, "input a command");
  }

  @Test
  void anArchiveIsUsedBySecondJvms() throws Exception {
    Path jar = Programs.jar(Files.createDirectory(dir.resolve("lib")).resolve("a.jar"));
    SharedArchive archive = SharedArchive.in(dir, List.of(jar));
    assertThat(archive.make(List.of(java()), Programs.Report.class.getName())).isTrue();
    String path = jar + File.pathSeparator + Programs.directory(dir);

    Ended ended =
        run(
            List.of("-D%s=%s".formatted(TestJvm.DIRECTORY, dir), "-Xlog:class+load"),
            List.of("-cp", path, Programs.Report.class.getName()));

    assertThat(ended.output())
        .contains(
            "%s source: shared objects file (top)".formatted(Programs.Report.class.getName()));
  }

  @Test
  void anArchiveOfOtherJarsHasAnotherName() throws Exception {
    Path jar = Programs.jar(dir.resolve("a.jar"));
    SharedArchive before = SharedArchive.in(dir, List.of(jar));

    Files.setLastModifiedTime(jar, java.nio.file.attribute.FileTime.fromMillis(1));

    assertThat(SharedArchive.in(dir, List.of(jar)).file()).isNotEqualTo(before.file());
  }

  @Test
  void aProgramThatFailsMakesNoArchive() throws Exception {
    Path jar = Programs.jar(dir.resolve("a.jar"));
    SharedArchive archive = SharedArchive.in(dir, List.of(jar));

    assertThat(archive.make(List.of(java()), "no.such.Program")).isFalse();
    assertThat(archive.exists()).isFalse();
    assertThat(archive.log()).content().contains("no.such.Program");
  }

  private String booter() throws IOException {
    Path classes = Programs.directory(dir);
    return Programs.jar(dir.resolve("surefirebooter-1.jar"), classes).toString();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Ended run(List<String> options, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(options);
    command.addAll(List.of("-cp", testkit(), TestJvm.class.getName()));
    command.addAll(words);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var input = process.getOutputStream()) {
      input.write("a command".getBytes());
    }
    String output = new String(process.getInputStream().readAllBytes());
    return new Ended(process.waitFor(), output);
  }

  private static String testkit() {
    return TestJvm.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
