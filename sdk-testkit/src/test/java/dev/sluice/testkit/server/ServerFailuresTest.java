package dev.sluice.testkit.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFailuresTest {
  @TempDir
  private Path directory;

  /** A server that cannot start. */
  static final class Broken {
    private Broken() {}

    public static void main(String[] args) {
      throw new IllegalStateException("port " + args[0] + " is taken");
    }
  }

  @Test
  void aServerThatDoesNotStartTellsTheEndOfItsLog() {
    ServerProcess process = process(Broken.class, List.of("1234"));
    assertThatThrownBy(process::start)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("Broken ended with exit code 1 before it was ready.")
        .hasMessageContaining(directory.resolve("server.log").toString())
        .hasMessageContaining("java.lang.IllegalStateException: port 1234 is taken");
  }

  @Test
  void aClosedServerCannotBeStartedAgain() {
    ServerProcess process = process(Sleeper.class, List.of());
    process.start();
    process.close();
    assertThatThrownBy(process::start)
        .isInstanceOf(ServerException.class)
        .hasMessage("Sleeper was closed; start a new one.");
  }

  @Test
  void anArtifactThatDoesNotExistIsNamed() {
    assertThatThrownBy(
        () -> ServerClassPath.of("Nonesuch", List.of("dev.sluice:no-such-server:0.0.0")))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("Cannot get the jars of Nonesuch (dev.sluice:no-such-server:0.0.0)")
        .hasMessageContaining("settings.xml");
  }

  /** A server that does nothing until it is stopped. */
  static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] args) {
      new Thread(LockSupport::park).start();
    }
  }

  private ServerProcess process(Class<?> main, List<String> arguments) {
    Path tests = Path.of(main.getProtectionDomain().getCodeSource().getLocation().getPath());
    return new ServerProcess(
        new ServerCommand(
            main.getSimpleName(),
            Jdk.current(),
            ServerCommand.SMALL_JVM,
            List.of(tests),
            main.getName(),
            arguments),
        new ServerDirectory(directory, false));
  }
}
