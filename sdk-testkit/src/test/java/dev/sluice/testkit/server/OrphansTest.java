package dev.sluice.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of servers when the JVM of the tests ends: it is a child JVM here. */
class OrphansTest {
  private static final int SECONDS = 30;
  private static final Duration POLL = Duration.ofMillis(20);

  private enum End {
    EXIT {
      @Override
      void happen(Process tests) throws IOException {
        tests.getOutputStream().close();
      }
    },
    SIGTERM {
      @Override
      void happen(Process tests) {
        tests.destroy();
      }
    },
    SIGKILL {
      @Override
      void happen(Process tests) {
        tests.destroyForcibly();
      }
    };

    abstract void happen(Process tests) throws IOException;
  }

  @TempDir
  private Path temporary;
  private Process tests;

  @AfterEach
  void end() {
    tests.destroyForcibly();
  }

  @ParameterizedTest
  @EnumSource(End.class)
  void neitherProcessesNorFilesOutliveTheTests(End end) throws Exception {
    startTests();
    List<ProcessHandle> servers = tests.descendants().toList();
    assertThat(servers).hasSizeGreaterThan(2);
    assertThat(serverDirectories()).hasSize(2);
    end.happen(tests);
    assertThat(tests.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    Instant deadline = Instant.now().plusSeconds(SECONDS);
    while (servers.stream().anyMatch(OrphansTest::isRunning)) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(POLL.toNanos());
    }
    assertThat(serverDirectories()).isEmpty();
  }

  /**
   * A process that has ended keeps its entry until its new parent collects it, which in some
   * containers is never; but it has no program any more.
   */
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** Returns when the child JVM has its servers. */
  private void startTests() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Jdk.current().resolve("bin").resolve("java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-cp");
    command.add(classPathWithoutClients());
    command.add(TestsWithServers.class.getName());
    tests = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = tests.inputReader();
    assertThat(output.readLine()).isEqualTo(TestsWithServers.READY);
  }

  /** To start servers, no client of theirs is needed. */
  private static String classPathWithoutClients() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> Stream.of("org/apache/kafka", "org/apache/cassandra", "org/postgresql")
            .noneMatch(jar.replace('\\', '/')::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<Path> serverDirectories() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(file -> file.getFileName().toString().startsWith("sluice-")).toList();
    }
  }
}
