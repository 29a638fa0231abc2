package dev.sluice.testkit.server;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.net.InetSocketAddress;
import java.time.Duration;

/** All that needs the driver, which is not on the class path of every test; loaded at first use. */
final class CassandraSessions {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private CassandraSessions() {}

  static CqlSession open(InetSocketAddress contactPoint, String datacenter) {
    return CqlSession.builder()
        .addContactPoint(contactPoint)
        .withLocalDatacenter(datacenter)
        .withConfigLoader(
            DriverConfigLoader.programmaticBuilder()
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, TIMEOUT)
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, TIMEOUT)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, TIMEOUT)
                // else each change of the schema waits a second for others that may follow
                .withDuration(DefaultDriverOption.METADATA_SCHEMA_WINDOW, Duration.ofMillis(10))
                // else close() waits 2 seconds for requests that nobody can make any more
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                .build())
        .build();
  }

  static void createKeyspace(InetSocketAddress contactPoint, String datacenter, String name) {
    try (CqlSession session = open(contactPoint, datacenter)) {
      session.execute(
          "CREATE KEYSPACE "
              + name
              + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
    } catch (DriverException e) {
      throw new ServerException("Cannot make a keyspace: " + e.getMessage(), e);
    }
  }
}
