package dev.sluice.io.cassandra;

import dev.sluice.connect.Secrets;
import java.util.List;
import java.util.function.Function;

/**
 * Looks at a table from the driver's side of Spark.
 *
 * @param cluster where it is
 * @param name its name
 * @param description as messages call it
 */
record TableAccess(Cluster cluster, CqlName name, String description) {

  /** What is wrong, each with the place; also that nobody answers. */
  List<String> problems(Function<RealTable, List<String>> check) {
    try {
      return call(table -> check.apply(table.real())).stream()
          .map(problem -> description + ": " + problem)
          .toList();
    } catch (CassandraException e) {
      return List.of(e.getMessage());
    }
  }

  /**
   * Does something with the table as it is now.
   *
   * @throws CassandraException with the place in its message
   */
  <V> V call(Function<OpenTable, V> work) {
    if (!cluster.isSet()) {
      throw failure("it has no contactPoints(…)");
    }
    try {
      Driver.require();
    } catch (IllegalStateException e) {
      throw failure(e.getMessage());
    }
    return withDriver(work);
  }

  private <V> V withDriver(Function<OpenTable, V> work) {
    Sessions.Lease lease;
    try {
      lease = Sessions.lease(cluster, name.keyspace());
    } catch (RuntimeException e) {
      throw failure(Failures.sentence(e, cluster));
    }
    try {
      return work.apply(new OpenTable(lease.session(), RealTable.of(lease.session(), name)));
    } catch (RuntimeException e) {
      if (Failures.isOfTheConnection(e)) {
        lease.broken();
      }
      throw failure(Failures.sentence(e, cluster));
    } finally {
      lease.close();
    }
  }

  private CassandraException failure(String sentence) {
    return new CassandraException(description + ": " + Secrets.masked(sentence));
  }
}
