package dev.sluice.samples.live;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.cassandra.Cassandra;
import dev.sluice.io.cassandra.CassandraTable;
import dev.sluice.samples.live.Feed.Message;
import dev.sluice.samples.live.model.Login;
import dev.sluice.samples.live.model.User;
import dev.sluice.testkit.server.CassandraServer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Logins of a topic, with names from a table of Cassandra, which gets the time of the last one. */
@Command(
    name = "logins",
    description = "Follow logins on Kafka: looked up in a table of Cassandra and written back to it")
public final class LoginsJob implements Callable<Integer> {

  private static final String LOGINS = "logins";
  private static final int USERS = 20;

  @Mixin
  private LiveStream live;

  /** Made by the launcher, which also sets the options. */
  public LoginsJob() {}

  @Override
  public Integer call() throws Exception {
    LiveEvents events = LiveEvents.of(42);
    Feed logins = new Feed(LOGINS, i -> Message.of(events.login(i).loginId(), events.login(i)));
    try (CassandraServer cassandra = CassandraServer.start()) {
      CassandraTable<User> users = table(cassandra);
      return live.run(
          "logins", List.of(logins), List.of(), topics -> pipeline(topics, users));
    }
  }

  private static CassandraTable<User> table(CassandraServer cassandra) {
    String keyspace = cassandra.createKeyspace();
    try (CqlSession session = cassandra.openSession()) {
      session.execute(
          "CREATE TABLE %s.users (\"loginId\" text PRIMARY KEY, \"userName\" text, \"lastLogin\" timestamp)"
              .formatted(keyspace));
      for (int i = 0; i < USERS; i++) {
        session.execute(
            "INSERT INTO %s.users (\"loginId\", \"userName\") VALUES ('user%d', 'Name %d')"
                .formatted(keyspace, i, i));
      }
    }
    return Cassandra.table(User.class, keyspace + ".users")
        .contactPoints(
            "%s:%d".formatted(
                cassandra.contactPoint().getHostString(), cassandra.contactPoint().getPort()))
        .localDatacenter(cassandra.datacenter());
  }

  private static Pipeline pipeline(LiveStream.Topics topics, CassandraTable<User> users) {
    Pipeline pipeline = Pipeline.named("logins");
    Stage<User> seen =
        Logins.enriched(
            pipeline.source(LOGINS, topics.apply(LOGINS).json(Login.class)),
            users.by(User::loginId));
    seen.sink("shown", LiveTable.of(User.class));
    seen.sink("users", users.upsert(User::loginId));
    return pipeline;
  }
}
