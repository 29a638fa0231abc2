package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.Secret;
import dev.sluice.io.cassandra.Cassandra;
import dev.sluice.io.cassandra.CassandraTable;
import dev.sluice.testkit.server.CassandraServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

// @formatter:off: set by hand, as the guide shows it
class CassandraTest extends Shop {

  record Named(long orderId, String customer) {}

  static boolean canStart() {
    return Runtime.version().feature() == 17
        || System.getenv("JAVA17_HOME") != null
        || System.getProperty("sluice.java17.home") != null;
  }

  @Test
  @EnabledIf("canStart")
  void tablesOfCassandra(SparkSession spark, @TempDir Path secrets) throws Exception {
    CassandraServer server = CassandraServer.shared();
    String keyspace = server.createKeyspace();
    String node = "127.0.0.1:" + server.contactPoint().getPort();
    Path file = Files.writeString(secrets.resolve("cassandra_password"), "swordfish\n");
    try (CqlSession session = server.openSession()) {
      session.execute(
          "CREATE TABLE %s.customers (customerId bigint PRIMARY KEY, name text, country text)".formatted(keyspace));
    }

    // #region table
    CassandraTable<Customer> table = Cassandra.table(Customer.class, keyspace + ".customers")
        .contactPoints(node)                   // "cassandra-1", or with its port, "cassandra-1:9042"
        .localDatacenter("datacenter1")
        .user("shop")
        .password(Secret.file(file.toString()));

    customers.sink("to_cassandra", table.upsert(Customer::customerId));
    // #endregion
    pipeline.run(spark);

    Pipeline report = Pipeline.named("report");
    // #region read
    Stage<Customer> all = report.source("customers", table.partitions(16));
    Stage<Customer> two = report.source("two", table.where(Customer::customerId).in(7L, 8L));
    // #endregion
    assertThat(all).hasRows(CUSTOMERS);
    assertThat(two).hasRows(CUSTOMERS);

    // #region lookup
    Stage<Named> named = orders
        .lookup(table.by(Customer::customerId)).on(Order::customerId)
        .select((o, c) -> row(Named::new).of(o.col(Order::orderId), c.col(Customer::name)));
    // #endregion
    assertThat(named)
        .hasRows(new Named(1, "Ada"), new Named(2, "Ben"), new Named(3, "Ada"), new Named(4, null));
    assertThat(pipeline.describe()).contains("cassandra table " + keyspace).doesNotContain("swordfish");
  }
}
// @formatter:on
