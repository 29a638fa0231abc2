package dev.sluice.testkit.server;

import com.datastax.oss.driver.api.core.CqlSession;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Apache Cassandra 5.0: one node. It runs on JDK 17 only: when the tests run on another one, set
 * the environment variable {@code JAVA17_HOME} or the system property {@code sluice.java17.home}.
 *
 * <pre>{@code
 * CassandraServer cassandra = CassandraServer.shared();
 * String keyspace = cassandra.createKeyspace();
 * try (CqlSession session = cassandra.openSession()) { … }
 * }</pre>
 */
public final class CassandraServer extends TestServer {
  private static final List<String> ARTIFACTS = List.of("org.apache.cassandra:cassandra-all:5.0.9");

  private static final SharedServer<CassandraServer> SHARED =
      new SharedServer<>(CassandraServer::start);

  private final InetSocketAddress contactPoint;

  private CassandraServer(
      ServerDirectory directory, Path jdk, List<Path> jars, int port, int storagePort) {
    super(
        new ServerProcess(
            CassandraSettings.command(directory, jdk, jars, port, storagePort), directory));
    this.contactPoint = new InetSocketAddress("127.0.0.1", port);
  }

  /**
   * The server that all tests of this JVM share, running. It is started at the first call, takes
   * its data with it when the JVM ends, and is started again if a test has left it dead.
   *
   * @throws ServerException if there is no JDK 17, its jars cannot be had, or it does not become
   *     ready
   */
  public static CassandraServer shared() {
    return SHARED.running();
  }

  /**
   * A server of its own for one test, with a temporary directory; close it.
   *
   * @throws ServerException if there is no JDK 17, its jars cannot be had, or it does not become
   *     ready
   */
  public static CassandraServer start() {
    return start(() -> ServerDirectory.temporary("cassandra"));
  }

  /**
   * A server that keeps its data in a directory and finds there what an earlier one has left.
   *
   * @param directory made if it does not exist
   * @throws ServerException if there is no JDK 17, its jars cannot be had, or it does not become
   *     ready
   */
  public static CassandraServer start(Path directory) {
    return start(() -> ServerDirectory.kept(directory));
  }

  private static CassandraServer start(Supplier<ServerDirectory> directory) {
    Path jdk =
        Jdk.seventeen()
            .orElseThrow(
                () -> new ServerException(
                    "Cassandra runs on JDK 17 only, and the tests run on another. Set the"
                        + " environment variable "
                        + Jdk.VARIABLE
                        + ", or the system property "
                        + Jdk.PROPERTY
                        + " of the tests, to the home of a JDK 17."));
    List<Path> jars = ServerClassPath.of("Cassandra", ARTIFACTS);
    List<Integer> ports = Ports.free(2);
    return new CassandraServer(directory.get(), jdk, jars, ports.get(0), ports.get(1));
  }

  /** For {@code CqlSession.builder().addContactPoint(…)}. */
  public InetSocketAddress contactPoint() {
    return contactPoint;
  }

  /** For {@code CqlSession.builder().withLocalDatacenter(…)}. */
  public String datacenter() {
    return "datacenter1";
  }

  /**
   * Connects, with longer timeouts than the driver has by default: its 2 seconds are short for a
   * new table on a busy machine. Needs a driver on the class path of the test, such as {@code
   * org.apache.cassandra:java-driver-core-shaded}.
   *
   * @return a session to close
   */
  public CqlSession openSession() {
    return CassandraSessions.open(contactPoint, datacenter());
  }

  /**
   * Makes a keyspace with a name that no other test has. Needs a driver on the class path of the
   * test.
   *
   * @return its name
   * @throws ServerException if the server is not running
   */
  public String createKeyspace() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    CassandraSessions.createKeyspace(contactPoint, datacenter(), name);
    return name;
  }
}
