package dev.sluice.spark.bridge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.execution.datasources.jdbc.JDBCOptions;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.execution.datasources.v2.jdbc.JDBCTable;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of a database, of which it is sent filters, columns, limits and aggregates, but only those
 * that it computes as Spark does. Spark's reader by name sends no limits and aggregates. Its
 * catalogs do, but for them the password is a setting of the session, and whatever the database
 * rounds and folds in its own way is sent too.
 *
 * @param name what plans call them
 * @param schema the columns, as Spark's reader by name finds them
 * @param options those of Spark's reader by name
 * @param comparing how the database compares the values of each column
 * @param parts conditions in SQL, each for one task, of which one is true of each row; none to leave
 *     the division to the options
 */
public record DatabaseRows(
    String name,
    StructType schema,
    Map<String, String> options,
    Map<String, Comparing> comparing,
    List<String> parts) {

  /** The rows; nothing is read yet. */
  public Dataset<Row> in(SparkSession spark) {
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark,
        DataSourceV2Relation.create(
            new Table(name, jdbcTable(), new PushDown(schema, comparing), parts),
            Option.empty(),
            Option.empty()));
  }

  /** Since 4.1 it takes metrics too, which are none of ours. */
  private JDBCTable jdbcTable() {
    JDBCOptions all =
        new JDBCOptions(
            scala.collection.immutable.Map.from(CollectionConverters.asScala(options)));
    Identifier identifier = Identifier.of(new String[0], name);
    return Instances.with(
        JDBCTable.class, scala.collection.immutable.Map$.MODULE$.empty(), identifier, schema, all);
  }

  @Override
  public String toString() {
    return name;
  }

  /** A table that is only read. Its text is the name: options hold the password. */
  private record Table(String name, JDBCTable table, PushDown pushDown, List<String> parts)
      implements SupportsRead {

    @Override
    @SuppressWarnings("deprecation") // Spark 4.0 has no other
    public StructType schema() {
      return pushDown.schema();
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap none) {
      return new DatabaseScan(table.newScanBuilder(none), pushDown, parts);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
