package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.NoNodeAvailableException;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.servererrors.CoordinatorException;
import com.datastax.oss.driver.api.core.servererrors.UnauthorizedException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What the driver's exceptions mean, for people. */
final class Failures {

  private Failures() {}

  static String sentence(Throwable failure, Cluster cluster) {
    Throwable cause = unwrapped(failure);
    if (cause instanceof CassandraException || cause instanceof RealTable.NoSuchTable) {
      return cause.getMessage();
    } else if (cause instanceof NoNodeAvailableException) {
      return "no node of %s can be reached%s: see whether the servers are up, and the data center is right"
          .formatted(
              cluster.shown(),
              cluster.datacenter().map(d -> " in data center " + d).orElse(""));
    } else if (cause instanceof AllNodesFailedException failed) {
      List<Throwable> reasons =
          failed.getAllErrors().values().stream().flatMap(List::stream).toList();
      return reasons.stream()
          .filter(
              reason -> reason instanceof AuthenticationException
                  || reason instanceof CoordinatorException)
          .findFirst()
          .map(reason -> sentence(reason, cluster))
          .orElseGet(
              () -> "no node of %s answers: %s"
                  .formatted(cluster.shown(),
                      reasons.isEmpty() ? text(cause) : text(reasons.get(0))));
    } else if (cause instanceof AuthenticationException) {
      return refused(cluster);
    } else if (cause instanceof UnauthorizedException) {
      return "it is not allowed: " + text(cause);
    } else if (cause instanceof DriverTimeoutException) {
      return "%s did not answer within %d s: see what keeps it, ask for less at once, or wait longer with timeout(…)"
          .formatted(cluster.shown(), cluster.timeout().toSeconds());
    } else if (cause instanceof UnavailableException) {
      return "too few replicas are up: " + text(cause);
    }
    return text(cause);
  }

  private static String refused(Cluster cluster) {
    return cluster
        .user()
        .map(user -> "the server refuses user %s, or the password".formatted(user))
        .orElse("the server wants a user and a password");
  }

  /** Whether the session is worth to be kept: a refused statement says nothing against it. */
  static boolean isOfTheConnection(Throwable failure) {
    Throwable cause = unwrapped(failure);
    return cause instanceof AllNodesFailedException || cause instanceof DriverTimeoutException;
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String text(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
