package dev.sluice.io.cassandra;

import dev.sluice.connect.Secret;
import dev.sluice.connect.Secrets;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a cluster is and who asks. The password is looked up when a session is opened. */
final class Cluster implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int PORT = 9042;

  private static final Pattern POINT =
      Pattern.compile("(\\[[0-9a-fA-F:.]+\\]|[\\w.-]+)(?::(\\d{1,5}))?");

  static final Cluster NONE =
      new Cluster(List.of(), null, null, null, Duration.ofSeconds(10));

  private final ArrayList<Point> points;
  private final String datacenter;
  private final String user;
  private final Secret password;
  private final Duration timeout;

  /** A node that is asked first. */
  record Point(String host, int port) implements Serializable {

    static Point of(String written) {
      Matcher point = POINT.matcher(written);
      int port =
          point.matches() && point.group(2) != null ? Integer.parseInt(point.group(2)) : PORT;
      if (!point.matches() || port < 1 || port > 65_535) {
        throw new IllegalArgumentException(
            "a contact point is a host, with a port unless it is 9042, such as cassandra-1:9042, not "
                + Secrets.masked(written));
      }
      return new Point(point.group(1).replaceAll("[\\[\\]]", ""), port);
    }

    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  private Cluster(
      List<Point> points, String datacenter, String user, Secret password, Duration timeout) {
    this.points = new ArrayList<>(points);
    this.datacenter = datacenter;
    this.user = user;
    this.password = password;
    this.timeout = timeout;
  }

  Cluster at(List<String> contactPoints) {
    return new Cluster(
        contactPoints.stream().map(Point::of).toList(), datacenter, user, password, timeout);
  }

  Cluster in(String changed) {
    return new Cluster(points, changed, user, password, timeout);
  }

  Cluster as(String changed) {
    return new Cluster(points, datacenter, changed, password, timeout);
  }

  Cluster with(Secret changed) {
    return new Cluster(points, datacenter, user, changed, timeout);
  }

  Cluster within(Duration changed) {
    if (changed.isNegative() || changed.isZero()) {
      throw new IllegalArgumentException("a timeout is positive, not " + changed);
    }
    return new Cluster(points, datacenter, user, password, changed);
  }

  boolean isSet() {
    return !points.isEmpty();
  }

  List<Point> points() {
    return points;
  }

  Optional<String> datacenter() {
    return Optional.ofNullable(datacenter);
  }

  Optional<String> user() {
    return Optional.ofNullable(user);
  }

  /** Looked up now: never to be shown. */
  Optional<String> passwordValue() {
    return Optional.ofNullable(password).map(Secret::value);
  }

  Duration timeout() {
    return timeout;
  }

  /** {@code cassandra-1:9042, cassandra-2:9042}. */
  String shown() {
    return String.join(", ", points.stream().map(Point::toString).toList());
  }
}
