package dev.sluice.testkit.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real JVMs, started as Surefire starts them. */
class TestJvmTest {

  @TempDir
  Path dir;

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
  void aDebuggerGetsTheSecondJvm() throws Exception {
    String debug = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";

    assertThat(run(List.of(debug), List.of("-jar", booter())).output()).contains(debug);
  }

  @Test
  void withoutAnArchiveTheClassPathKeepsItsOrder() throws Exception {
    Path jar = Programs.jar(Files.createDirectory(dir.resolve("lib")).resolve("a.jar"));
    String path = Files.createDirectory(dir.resolve("other")) + File.pathSeparator + jar;

    Ended ended =
        run(
            List.of("-Dsluice.test.archive=off"),
            List.of("-cp", path, Programs.Report.class.getName()));

    assertThat(ended.output()).contains("class path " + path);
  }

  @Test
  void withAnArchiveItsJarsComeFirstAndItsClassesAreUsed() throws Exception {
    Path jar = archived();
    Path other = Files.createDirectory(dir.resolve("other"));

    Ended ended =
        run(
            List.of("-D%s=%s".formatted(TestJvm.DIRECTORY, dir), "-Xlog:class+load"),
            List.of("-cp", other + File.pathSeparator + jar, Programs.Report.class.getName()));

    assertThat(ended.output())
        .contains("class path " + jar + File.pathSeparator + other)
        .contains(
            "%s source: shared objects file (top)".formatted(Programs.Report.class.getName()));
  }

  @Test
  void aFileThatHidesOneOfAJarKeepsTheOrderAndIsNamed() throws Exception {
    Path jar = archived();
    String path = Programs.directory(dir) + File.pathSeparator + jar;

    Ended ended =
        run(
            List.of("-D%s=%s".formatted(TestJvm.DIRECTORY, dir)),
            List.of("-cp", path, Programs.Report.class.getName()));

    assertThat(ended.output())
        .contains("class path " + path)
        .contains("No archive of classes is used: the tests have a file of their own in place of")
        .contains("Programs$Report.class of a.jar");
  }

  @Test
  void aDirectoryThatCannotBeUsedFailsNoTest() throws Exception {
    Path file = Files.createFile(dir.resolve("file"));
    Path kit = Files.createDirectory(dir.resolve("lib"));
    String path =
        Programs.jar(kit.resolve("sdk-core-1.jar"))
            + File.pathSeparator
            + Programs.jar(kit.resolve("sdk-testkit-1.jar"));

    Ended ended =
        run(
            List.of("-D%s=%s".formatted(TestJvm.DIRECTORY, file), "-Dsluice.test.archive=on"),
            List.of("-cp", path, Programs.Report.class.getName()));

    assertThat(ended.status()).isZero();
    assertThat(ended.output()).contains("No archive of classes is used:");
  }

  @Test
  void anArchiveOfOtherJarsHasAnotherName() throws Exception {
    Path jar = Programs.jar(dir.resolve("a.jar"));
    SharedArchive before = SharedArchive.in(dir, List.of(jar));

    Files.setLastModifiedTime(jar, FileTime.fromMillis(1));

    assertThat(SharedArchive.in(dir, List.of(jar)).file()).isNotEqualTo(before.file());
  }

  @Test
  void aProgramThatFailsMakesNoArchiveAndIsRemembered() throws Exception {
    Path jar = Programs.jar(dir.resolve("a.jar"));
    SharedArchive archive = SharedArchive.in(dir, List.of(jar));

    assertThat(archive.make(List.of(), "no.such.Program")).isFalse();
    assertThat(archive.exists()).isFalse();
    assertThat(archive.cannotBeMade()).isTrue();
    assertThat(archive.failure()).content().contains("no.such.Program");
  }

  @Test
  void archivesThatNobodyUsesAreDeleted() throws Exception {
    Path jar = archived();
    Path old = Files.createFile(dir.resolve("tests-old.jsa"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(15))));
    Path recent = Files.createFile(dir.resolve("tests-recent.jsa"));
    Files.setLastModifiedTime(recent, FileTime.from(Instant.now().minus(Duration.ofDays(13))));

    new Archives(dir).used(SharedArchive.in(dir, List.of(jar)));

    assertThat(old).doesNotExist();
    assertThat(recent).exists();
  }

  private Path archived() throws Exception {
    Path jar = Programs.jar(Files.createDirectory(dir.resolve("lib")).resolve("a.jar"));
    SharedArchive archive = SharedArchive.in(dir, List.of(jar));
    assertThat(archive.make(List.of(), Programs.Report.class.getName())).isTrue();
    return jar;
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
    command.addAll(List.of("-cp", testkit(), TestJvm.class.getName()));
    command.addAll(options);
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
