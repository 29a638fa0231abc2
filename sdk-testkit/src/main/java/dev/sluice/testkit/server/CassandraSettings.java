package dev.sluice.testkit.server;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How Cassandra is started: small, alone, and without the waits that a cluster needs. */
final class CassandraSettings {
  /** What Cassandra reaches into on JDK 17. */
  private static final List<String> OPENED =
      List.of(
          "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
          "--add-exports=java.management.rmi/com.sun.jmx.remote.internal.rmi=ALL-UNNAMED",
          "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
          "--add-exports=java.rmi/sun.rmi.server=ALL-UNNAMED",
          "--add-exports=java.sql/java.sql=ALL-UNNAMED",
          "--add-exports=java.base/java.lang.ref=ALL-UNNAMED",
          "--add-exports=jdk.unsupported/sun.misc=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.module=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.loader=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.reflect=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.math=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.module=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.util.jar=ALL-UNNAMED",
          "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED");

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx256m",
          "-XX:MaxDirectMemorySize=128m",
          "-Djdk.attach.allowAttachSelf=true",
          "-Dcassandra-foreground=yes",
          "-Dcassandra.skip_wait_for_gossip_to_settle=0",
          "-Dcassandra.ring_delay_ms=0",
          "-Dcassandra.superuser_setup_delay_ms=0",
          "-Dcassandra.shutdown_announce_in_ms=0",
          // else it is measured at each start
          "-Dcassandra.memtable.row_overhead_size=180");

  private CassandraSettings() {}

  static ServerCommand command(
      ServerDirectory directory, Path jdk, List<Path> jars, int port, int storagePort) {
    Path configuration = directory.write("cassandra.yaml", configuration(port, storagePort));
    Path logging =
        directory.write(
            "logback.xml",
            """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %p %c: %m%n</pattern></encoder>
              </appender>
              <root level="WARN"><appender-ref ref="out"/></root>
            </configuration>
            """);
    List<String> places =
        List.of(
            "-Dcassandra.config=file://" + configuration.toUri().getRawPath(),
            "-Dcassandra.storagedir=" + directory.data(),
            "-Dlogback.configurationFile=" + logging);
    return new ServerCommand(
        "Cassandra",
        jdk,
        Stream.of(ServerCommand.SMALL_JVM, OPENED, OPTIONS, places).flatMap(List::stream).toList(),
        jars,
        "org.apache.cassandra.service.CassandraDaemon",
        List.of());
  }

  /**
   * The commit log is synchronized with each write: by default what was acknowledged within the
   * last moments is lost when the server is killed.
   */
  private static String configuration(int port, int storagePort) {
    return """
    cluster_name: test
    partitioner: org.apache.cassandra.dht.Murmur3Partitioner
    num_tokens: 1
    endpoint_snitch: SimpleSnitch
    listen_address: 127.0.0.1
    rpc_address: 127.0.0.1
    storage_port: %2$d
    native_transport_port: %1$d
    start_native_transport: true
    commitlog_sync: batch
    auto_bootstrap: false
    concurrent_reads: 4
    concurrent_writes: 4
    concurrent_compactors: 1
    memtable_heap_space: 64MiB
    memtable_offheap_space: 64MiB
    commitlog_total_space: 64MiB
    commitlog_segment_size: 4MiB
    file_cache_size: 32MiB
    key_cache_size: 4MiB
    networking_cache_size: 16MiB
    trickle_fsync: false
    auto_snapshot: false
    cdc_enabled: false
    hinted_handoff_enabled: false
    seed_provider:
      - class_name: org.apache.cassandra.locator.SimpleSeedProvider
        parameters:
          - seeds: "127.0.0.1:%2$d"
    """
        .formatted(port, storagePort);
  }
}
