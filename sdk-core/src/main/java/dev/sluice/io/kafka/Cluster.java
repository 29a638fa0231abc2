package dev.sluice.io.kafka;

import dev.sluice.connect.Secret;
import dev.sluice.connect.Secrets;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the brokers are, how one talks to them and how long one waits. Secrets are looked up for
 * each client.
 */
final class Cluster implements Serializable {

  private static final long serialVersionUID = 1L;

  static final Cluster NONE =
      new Cluster("", Map.of(), Map.of(), Duration.ofMinutes(1));

  /** What Sluice and Spark set themselves; something else would break them. */
  private static final Set<String> SET_HERE =
      Set.of(
          "key.serializer",
          "value.serializer",
          "key.deserializer",
          "value.deserializer",
          "auto.offset.reset",
          "enable.auto.commit",
          "interceptor.classes");

  /** What follows from the timeout; Kafka refuses some of them that do not go together. */
  private static final Set<String> OF_THE_TIMEOUT =
      Set.of(
          "default.api.timeout.ms", "request.timeout.ms", "delivery.timeout.ms", "max.block.ms");

  /** A private key, whose name and text look like no secret. */
  private static final String KEYSTORE_KEY = "ssl.keystore.key";

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Longer than this nobody waits to hear that a broker is not there. */
  private static final Duration LONGEST_CHECK = Duration.ofSeconds(10);

  /** As long as Kafka's own clients wait for one answer. */
  private static final long LONGEST_REQUEST_MILLIS = 30_000;

  private final String servers;
  private final LinkedHashMap<String, String> properties;
  private final LinkedHashMap<String, Secret> secrets;
  private final Duration timeout;

  private Cluster(
      String servers,
      Map<String, String> properties,
      Map<String, Secret> secrets,
      Duration timeout) {
    this.servers = servers;
    this.properties = new LinkedHashMap<>(properties);
    this.secrets = new LinkedHashMap<>(secrets);
    this.timeout = timeout;
  }

  Cluster at(String changed) {
    List<String> each = Arrays.stream(changed.split(",")).map(String::strip).toList();
    for (String server : each) {
      if (!server.matches("[^\\s/@]+:\\d{1,5}")) {
        throw new IllegalArgumentException(
            "a bootstrap server is host:port, such as broker1:9092, not '%s'"
                .formatted(Secrets.masked(server)));
      }
    }
    return new Cluster(String.join(",", each), properties, secrets, timeout);
  }

  Cluster with(String key, String value) {
    if (Secrets.in(key, value) || key.equals(KEYSTORE_KEY)) {
      throw new IllegalArgumentException(
          "property '%s' is a secret: give it with property(key, Secret.env(…)), or a password with sasl(…)"
              .formatted(key));
    }
    Map<String, String> changed = new LinkedHashMap<>(properties);
    changed.put(allowed(key), value);
    return new Cluster(servers, changed, secrets, timeout);
  }

  Cluster with(String key, Secret value) {
    Map<String, Secret> changed = new LinkedHashMap<>(secrets);
    changed.put(allowed(key), value);
    return new Cluster(servers, properties, changed, timeout);
  }

  /** Over TLS unless told otherwise, before or after. */
  Cluster with(Sasl mechanism, String user, Secret password) {
    Map<String, String> changed = new LinkedHashMap<>(properties);
    changed.putIfAbsent("security.protocol", "SASL_SSL");
    changed.put("sasl.mechanism", mechanism.mechanism());
    return new Cluster(servers, changed, secrets, timeout)
        .with("sasl.jaas.config", new SaslLogin(mechanism, user, password));
  }

  Cluster within(Duration changed) {
    if (changed.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "a timeout is a second or longer, not " + changed.toMillis() + " ms");
    }
    return new Cluster(servers, properties, secrets, changed);
  }

  private static String allowed(String key) {
    if (key.startsWith("kafka.")) {
      throw new IllegalArgumentException(
          "property '%s' is Spark's name for it; Kafka's is '%s'"
              .formatted(key, key.substring("kafka.".length())));
    }
    if (key.equals("bootstrap.servers")) {
      throw new IllegalArgumentException("servers are given with bootstrapServers(…)");
    }
    if (SET_HERE.contains(key)) {
      throw new IllegalArgumentException("property '%s' is set by Sluice".formatted(key));
    }
    if (OF_THE_TIMEOUT.contains(key)) {
      throw new IllegalArgumentException(
          "property '%s' follows from timeout(…)".formatted(key));
    }
    return key;
  }

  boolean isSet() {
    return !servers.isEmpty();
  }

  String servers() {
    return servers;
  }

  Duration timeout() {
    return timeout;
  }

  /** The same brokers in whatever order. */
  String name() {
    return Arrays.stream(servers.split(",")).sorted().collect(Collectors.joining(","));
  }

  /** The same for a question that should be answered at once. */
  Cluster forCheck() {
    return timeout.compareTo(LONGEST_CHECK) > 0 ? within(LONGEST_CHECK) : this;
  }

  /** What may surprise who follows a topic. */
  Stream<String> streamWarnings() {
    return properties.containsKey("group.id")
        ? Stream.of(
            "queries of one group.id take partitions from each other: leave the property out, and each has a group of its own")
        : Stream.empty();
  }

  /** Whether rows of transactions that were aborted, or are still open, are read. */
  boolean readsUncommitted() {
    return "read_uncommitted".equals(properties.get("isolation.level"));
  }

  /** What a reading or asking client is told, secrets included: never to be shown. */
  Map<String, String> reading() {
    Map<String, String> all = patience();
    all.put("isolation.level", "read_committed");
    return told(all);
  }

  /** What an asking client is told, secrets included: never to be shown. */
  Map<String, String> asking() {
    Map<String, String> all = patience();
    // a server that is down is asked again soon, and not a second later
    all.put("reconnect.backoff.max.ms", "200");
    return told(all);
  }

  /**
   * What a sending client is told, secrets included: never to be shown. That a message is there
   * once for each time it was sent, and when all replicas have it, are Kafka's defaults; they are
   * said for older clients, and can be changed.
   */
  Map<String, String> sending() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("acks", "all");
    all.put("enable.idempotence", "true");
    all.put("max.block.ms", String.valueOf(timeout.toMillis()));
    all.put("delivery.timeout.ms", String.valueOf(timeout.toMillis()));
    all.put("request.timeout.ms", String.valueOf(requestMillis() / 2));
    return told(all);
  }

  private Map<String, String> patience() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("default.api.timeout.ms", String.valueOf(timeout.toMillis()));
    all.put("request.timeout.ms", String.valueOf(requestMillis()));
    return all;
  }

  private long requestMillis() {
    return Math.min(timeout.toMillis(), LONGEST_REQUEST_MILLIS);
  }

  private Map<String, String> told(Map<String, String> defaults) {
    Map<String, String> all = new LinkedHashMap<>(defaults);
    all.putAll(properties);
    secrets.forEach((key, secret) -> all.put(key, secret.value()));
    all.put("bootstrap.servers", servers);
    return all;
  }
}
