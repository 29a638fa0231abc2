package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Opens a session, within a time that is bounded. */
final class Opening {

  private static final Duration SOONEST_RETRY = Duration.ofMillis(200);
  private static final Duration LATEST_RETRY = Duration.ofSeconds(5);

  /** Where the data center is not said: that of the contact points, as the driver's manual has it. */
  private static final String INFERRING = "DcInferringLoadBalancingPolicy";

  private Opening() {}

  static CqlSession session(Cluster cluster, String keyspace) {
    CqlSessionBuilder builder =
        CqlSession.builder()
            .addContactPoints(cluster.points().stream().map(Opening::address).toList())
            .withClassLoader(Opening.class.getClassLoader())
            .withConfigLoader(config(cluster, keyspace));
    cluster.datacenter().ifPresent(builder::withLocalDatacenter);
    cluster
        .user()
        .ifPresent(
            user -> builder.withAuthCredentials(user, cluster.passwordValue().orElse("")));
    CqlSession session = await(builder.buildAsync(), cluster);
    cluster.datacenter().ifPresent(datacenter -> requireNodes(session, datacenter));
    return session;
  }

  private static InetSocketAddress address(Cluster.Point point) {
    InetSocketAddress address = new InetSocketAddress(point.host(), point.port());
    if (address.isUnresolved()) {
      throw new CassandraException("no host is called %s".formatted(point.host()));
    }
    return address;
  }

  private static DriverConfigLoader config(Cluster cluster, String keyspace) {
    Duration timeout = cluster.timeout();
    ProgrammaticDriverConfigLoaderBuilder config =
        DriverConfigLoader.programmaticBuilder(Opening.class.getClassLoader())
            .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, timeout)
            .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, timeout)
            .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, timeout)
            .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, timeout)
            .withDuration(DefaultDriverOption.METADATA_SCHEMA_REQUEST_TIMEOUT, timeout)
            .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, SOONEST_RETRY)
            .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, LATEST_RETRY)
            // what is needed to send a row to its replica
            .withStringList(
                DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES,
                List.of(CqlName.quoted(keyspace)))
            .withBoolean(DefaultDriverOption.NETTY_DAEMON, true)
            // else closing waits 2 seconds for requests that nobody can make any more
            .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
            .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
            .withInt(DefaultDriverOption.NETTY_IO_SIZE, 2)
            .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1);
    if (cluster.datacenter().isEmpty()) {
      config =
          config.withString(DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS, INFERRING);
    }
    return config.build();
  }

  /** The driver bounds each step of it, not the whole. */
  private static CqlSession await(CompletionStage<CqlSession> opening, Cluster cluster) {
    try {
      return opening
          .toCompletableFuture()
          .get(2 * cluster.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      opening.thenAccept(CqlSession::closeAsync);
      throw new CassandraException(
          "%s did not answer within %d s".formatted(
              cluster.shown(), 2 * cluster.timeout().toSeconds()));
    } catch (InterruptedException e) {
      opening.thenAccept(CqlSession::closeAsync);
      Thread.currentThread().interrupt();
      throw new CassandraException("the task was cancelled while it connected");
    } catch (ExecutionException e) {
      throw new CassandraException(Failures.sentence(e.getCause(), cluster));
    }
  }

  /** With a data center that is not there the driver would ask no node at all. */
  private static void requireNodes(CqlSession session, String datacenter) {
    Set<String> known =
        session.getMetadata().getNodes().values().stream()
            .map(node -> String.valueOf(node.getDatacenter()))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(datacenter)) {
      session.closeAsync();
      throw new CassandraException(
          "the cluster has no data center %s; it has %s"
              .formatted(datacenter, String.join(", ", known)));
    }
  }
}
