package dev.sluice.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithServers
class WithServersTest {
  private PostgresServer before;

  @BeforeEach
  void keep(PostgresServer postgres) {
    before = postgres;
  }

  @Test
  void oneServerIsSharedByAll(PostgresServer postgres) {
    assertThat(postgres).isSameAs(before).isSameAs(PostgresServer.shared());
  }

  @Test
  void aServerThatATestLeftDeadIsStartedAgainForTheNext(PostgresServer postgres)
      throws SQLException {
    postgres.kill();
    PostgresServer next = PostgresServer.shared();
    assertThat(next.isRunning()).isTrue();
    DriverManager.getConnection(next.jdbcUrl()).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "org.apache.kafka.raft.KafkaRaftClient",
          "org.apache.cassandra.service.CassandraDaemon"
      })
  void theJarsOfServersAreNotOnTheClassPathOfTheTest(String className) {
    assertThatThrownBy(() -> Class.forName(className)).isInstanceOf(ClassNotFoundException.class);
  }
}
