package dev.sluice.spark.bridge;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.Partition;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.execution.datasources.jdbc.JDBCPartition;
import org.apache.spark.sql.execution.datasources.jdbc.JDBCRelation;
import org.apache.spark.sql.execution.datasources.v2.jdbc.JDBCScan;
import scala.Product;

/**
 * The parts in which rows of a database are read. Spark itself makes them only of equal widths of a
 * number or a time.
 */
final class DatabaseParts {

  private DatabaseParts() {}

  /** A scan that reads these parts, each a condition in SQL, in place of its own. */
  static Scan of(Scan scan, List<String> conditions) {
    JDBCRelation relation = ((JDBCScan) scan).relation();
    Partition[] parts =
        IntStream.range(0, conditions.size())
            .mapToObj(i -> new JDBCPartition(conditions.get(i), i))
            .toArray(Partition[]::new);
    JDBCRelation divided =
        changed(relation, Partition[].class, parts, Stream.of(relation.sparkSession()));
    return changed((JDBCScan) scan, JDBCRelation.class, divided, Stream.empty());
  }

  /**
   * A copy with one component replaced. Versions of Spark differ in the others, so that no call of
   * {@code copy} fits all.
   */
  private static <T extends Product> T changed(
      T product, Class<?> type, Object component, Stream<?> implicits) {
    Stream<?> components =
        IntStream.range(0, product.productArity())
            .mapToObj(product::productElement)
            .map(own -> type.isInstance(own) ? component : own);
    return Instances.of(product, Stream.concat(components, implicits).toArray());
  }
}
