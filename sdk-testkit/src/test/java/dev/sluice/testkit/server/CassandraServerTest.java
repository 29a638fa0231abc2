package dev.sluice.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@WithServers
@EnabledIf("hasJdk")
class CassandraServerTest {

  static boolean hasJdk() {
    return Jdk.seventeen().isPresent();
  }

  @Test
  void keepsWhatItAcknowledgedWhenItIsKilled(CassandraServer cassandra) {
    String keyspace = cassandra.createKeyspace();
    execute(cassandra, "CREATE TABLE " + keyspace + ".rounds (round INT PRIMARY KEY)");
    for (int round : Rounds.all().toArray()) {
      execute(cassandra, "INSERT INTO " + keyspace + ".rounds (round) VALUES (" + round + ")");
      cassandra.kill();
      assertThat(cassandra.isRunning()).isFalse();
      cassandra.restart();
      assertThat(execute(cassandra, "SELECT round FROM " + keyspace + ".rounds")).hasSize(round);
    }
  }

  @Test
  void findsWhatAnEarlierServerLeftInItsDirectory(@TempDir Path directory) {
    String keyspace;
    try (CassandraServer first = CassandraServer.start(directory)) {
      keyspace = first.createKeyspace();
      execute(first, "CREATE TABLE " + keyspace + ".answers (answer INT PRIMARY KEY)");
      execute(first, "INSERT INTO " + keyspace + ".answers (answer) VALUES (42)");
    }
    try (CassandraServer second = CassandraServer.start(directory)) {
      assertThat(execute(second, "SELECT answer FROM " + keyspace + ".answers")).hasSize(1);
    }
  }

  private static List<Row> execute(CassandraServer cassandra, String statement) {
    try (CqlSession session = cassandra.openSession()) {
      return session.execute(statement).all();
    }
  }
}
