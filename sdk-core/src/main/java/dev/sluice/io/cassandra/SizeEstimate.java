package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;

/** How large a table is about, by what a node has counted of its own tokens some minutes ago. */
final class SizeEstimate {

  private static final long BYTES_OF_A_PART = 64L << 20;
  private static final int FEWEST = 8;
  private static final int MOST = 10_000;

  private SizeEstimate() {}

  static int parts(CqlSession session, RealTable table) {
    long bytes = 0;
    try {
      for (Row row : session.execute(
          "SELECT mean_partition_size, partitions_count FROM system.size_estimates WHERE keyspace_name = ? AND table_name = ?",
          table.name().keyspace(),
          table.name().table())) {
        bytes += row.getLong(0) * row.getLong(1);
      }
    } catch (DriverException e) {
      // some servers that speak CQL have no such table
      return FEWEST;
    }
    long all = bytes * Math.max(1, session.getMetadata().getNodes().size());
    return (int) Math.max(FEWEST, Math.min(MOST, all / BYTES_OF_A_PART));
  }
}
