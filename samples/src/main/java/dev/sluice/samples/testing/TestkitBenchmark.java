package dev.sluice.samples.testing;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.sluice.samples.bench.Benchmark;
import dev.sluice.samples.bench.Task;
import dev.sluice.testkit.environment.OpenPackages;
import dev.sluice.testkit.jvm.TestJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures a suite of 100 small tests in fresh JVMs: written with the testkit, and with a plain
 * session; or 50 tests of streams, which are written with the testkit. The class path is that of a project that uses Sluice: its own classes in a directory,
 * all else in jars.
 */
@Command(
    name = "bench-testkit",
    description = "Measure 100 small tests with the testkit against the same with a plain session",
    showDefaultValues = true)
public final class TestkitBenchmark implements Callable<Integer> {

  @Option(names = "--runs", description = "Rounds that count.", defaultValue = "5")
  private int runs;

  @Option(names = "--streams", description = "Measure 50 tests of streams instead.")
  private boolean streams;

  /** Made by the launcher, which also sets the options. */
  public TestkitBenchmark() {}

  @Override
  public Integer call() throws Exception {
    Path directory = Files.createTempDirectory("bench-testkit-");
    try {
      compare(classPath(directory), directory);
    } finally {
      MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
    }
    return 0;
  }

  private void compare(String classPath, Path directory) throws Exception {
    Class<?> tests = streams ? TestsOfStreams.class : TestsWithTheKit.class;
    Task withArchive =
        suite(
            withTheKit(
                classPath,
                "-Dsluice.test.archive=on",
                "-Dsluice.test.archive.directory=" + directory),
            classPath,
            tests);
    List<String> noArchive = withTheKit(classPath, "-Dsluice.test.archive=off");
    System.out.println("once, to make the archive of classes:");
    withArchive.run();
    Task plain =
        suite(OpenPackages.flags(), classPath, streams ? tests : PlainTests.class);
    Benchmark benchmark =
        Benchmark.named("bench-testkit")
            .baseline(streams ? "testkit, plain JVM" : "plain", plain)
            .contender("testkit", withArchive)
            .contender("testkit, no archive", suite(noArchive, classPath, tests));
    if (!streams) {
      benchmark =
          benchmark.contender(
              "plain, flags of the kit", suite(noArchive, classPath, PlainTests.class));
    }
    benchmark.ofProcesses().warmups(0).runs(runs).run(System.out);
  }

  private static List<String> withTheKit(String classPath, String... options) {
    return Stream.concat(
        Stream.of("-cp", classPath, TestJvm.class.getName()), Arrays.stream(options))
        .toList();
  }

  /** A suite in a JVM of its own; it gives how many tests passed. */
  private static Task suite(List<String> options, String classPath, Class<?> tests) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, Suite.class.getName(), tests.getName()));
    return () -> passed(command);
  }

  private static String passed(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes());
    String result =
        output
            .lines()
            .filter(line -> line.startsWith(Suite.RESULT))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the suite ended early: " + output));
    if (process.waitFor() != 0) {
      throw new IllegalStateException(result);
    }
    System.out.println("  " + result.substring(Suite.RESULT.length()));
    return result.replaceAll(",.*", "");
  }

  /** The modules of Sluice, of which a build has directories, come in jars to those who use it. */
  private static String classPath(Path directory) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      boolean ofSluice =
          Stream.of("sdk-core", "sdk-streaming", "sdk-ml", "sdk-testkit").anyMatch(entry::contains);
      entries.add(
          ofSluice && Files.isDirectory(path)
              ? ClassesJar.of(path, directory).toString()
              : path.toString());
    }
    return entries.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
