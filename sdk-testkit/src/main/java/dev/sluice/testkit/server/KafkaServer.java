package dev.sluice.testkit.server;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Apache Kafka 3.9: one broker that is its own controller (KRaft, no ZooKeeper). Topics are not
 * created by using them; see {@link #createTopic(int)}.
 *
 * <pre>{@code
 * KafkaServer kafka = KafkaServer.shared();
 * String orders = kafka.createTopic(2);
 * }</pre>
 */
public final class KafkaServer extends TestServer {
  private static final List<String> ARTIFACTS =
      List.of("org.apache.kafka:kafka_2.13:3.9.2", "org.slf4j:slf4j-reload4j:1.7.36");

  private static final SharedServer<KafkaServer> SHARED = new SharedServer<>(KafkaServer::start);

  private final String bootstrapServers;

  private KafkaServer(ServerDirectory directory, List<Path> jars, int port, int controllerPort) {
    super(new ServerProcess(command(directory, jars, port, controllerPort), directory));
    this.bootstrapServers = "127.0.0.1:" + port;
  }

  /**
   * The server that all tests of this JVM share, running. It is started at the first call, takes
   * its data with it when the JVM ends, and is started again if a test has left it dead.
   *
   * @throws ServerException if its jars cannot be had, or it does not become ready
   */
  public static KafkaServer shared() {
    return SHARED.running();
  }

  /**
   * A server of its own for one test, with a temporary directory; close it.
   *
   * @throws ServerException if its jars cannot be had, or it does not become ready
   */
  public static KafkaServer start() {
    return start(() -> ServerDirectory.temporary("kafka"));
  }

  /**
   * A server that keeps its data in a directory and finds there what an earlier one has left.
   *
   * @param directory made if it does not exist
   * @throws ServerException if its jars cannot be had, or it does not become ready
   */
  public static KafkaServer start(Path directory) {
    return start(() -> ServerDirectory.kept(directory));
  }

  private static KafkaServer start(Supplier<ServerDirectory> directory) {
    List<Path> jars = ServerClassPath.of("Kafka", ARTIFACTS);
    List<Integer> ports = Ports.free(2);
    return new KafkaServer(directory.get(), jars, ports.get(0), ports.get(1));
  }

  /** For {@code bootstrap.servers} of clients and {@code kafka.bootstrap.servers} of Spark. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /**
   * Makes a topic with a name that no other test has. Needs {@code kafka-clients} on the class path
   * of the test, which Spark's Kafka module brings.
   *
   * @param partitions at least 1
   * @return its name
   */
  public String createTopic(int partitions) {
    String name = "topic-" + UUID.randomUUID();
    createTopic(name, partitions);
    return name;
  }

  /**
   * Makes a topic. Needs {@code kafka-clients} on the class path of the test.
   *
   * @param name not in use yet
   * @param partitions at least 1
   * @throws ServerException if there is such a topic, or the server is not running
   */
  public void createTopic(String name, int partitions) {
    KafkaTopics.create(bootstrapServers, name, partitions);
  }

  private static ServerCommand command(
      ServerDirectory directory, List<Path> jars, int port, int controllerPort) {
    Path properties =
        directory.write(
            "server.properties",
            """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            log.dirs=%3$s
            auto.create.topics.enable=false
            offsets.topic.num.partitions=1
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            group.initial.rebalance.delay.ms=0
            # the default of 128 MB would be half the heap
            log.cleaner.dedupe.buffer.size=2097152
            # After a kill the broker has to wait until its former self is declared dead.
            broker.session.timeout.ms=1000
            broker.heartbeat.interval.ms=250
            """
                .formatted(port, controllerPort, directory.data().toString().replace('\\', '/')));
    Path logging =
        directory.write(
            "log4j.properties",
            """
            log4j.rootLogger=WARN, out
            log4j.appender.out=org.apache.log4j.ConsoleAppender
            log4j.appender.out.layout=org.apache.log4j.PatternLayout
            log4j.appender.out.layout.ConversionPattern=%d %p %c: %m%n
            """);
    return new ServerCommand(
        "Kafka",
        Jdk.current(),
        Stream.concat(
            ServerCommand.SMALL_JVM.stream(),
            Stream.of("-Xmx256m", "-Dlog4j.configuration=" + logging.toUri()))
            .toList(),
        jars,
        KafkaChild.class.getName(),
        List.of(properties.toString()));
  }
}
