package dev.sluice.io.lake;

import dev.sluice.io.OptionalJar;
import dev.sluice.record.ColumnType.Scalar;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Apache Iceberg. */
final class IcebergFormat extends LakeFormat {

  static final IcebergFormat ICEBERG = new IcebergFormat();

  private static final String CATALOG = "org.apache.iceberg.spark.SparkCatalog";

  private static final String STREAM = "sluice.stream";
  private static final String EPOCH = "sluice.epoch";

  /** The versions of Spark that Iceberg 1.11 has a runtime for. */
  private static final List<String> LINES = List.of("4.0", "4.1");

  private IcebergFormat() {}

  @Override
  String word() {
    return "iceberg";
  }

  @Override
  List<String> setupProblems(SparkSession spark, LakeName name) {
    if (!jar(line(spark)).isThere()) {
      return List.of(missing(line(spark)));
    }
    String catalog = catalog(spark, name);
    return isCatalog(spark, catalog)
        ? List.of()
        : List.of(
            "there is no catalog %s: set spark.sql.catalog.%1$s=%s, with its type and warehouse, when the session is built"
                .formatted(catalog, CATALOG));
  }

  static String missing(String line) {
    String runtime = jar(line).coordinates();
    return LINES.contains(line)
        ? "its jar is not on the class path: add " + runtime
        : "its jar is not on the class path, and Iceberg 1.11 has none for Spark %s: run on Spark %s, or add %s once there is one"
            .formatted(line, String.join(" or ", LINES), runtime);
  }

  private static OptionalJar jar(String line) {
    return new OptionalJar(
        CATALOG, "org.apache.iceberg:iceberg-spark-runtime-%s_2.13".formatted(line));
  }

  @Override
  Set<Scalar> lacking() {
    return Set.of(Scalar.DURATION, Scalar.BYTE, Scalar.SHORT);
  }

  @Override
  Map<String, String> options(Transaction transaction) {
    return Map.of(
        "snapshot-property." + STREAM, transaction.application(),
        "snapshot-property." + EPOCH, Long.toString(transaction.version()));
  }

  @Override
  Map<String, String> settings(Transaction transaction) {
    Map<String, String> settings = new TreeMap<>();
    options(transaction).forEach((key, value) -> settings.put("spark.sql.iceberg." + key, value));
    return settings;
  }

  /** What is in a snapshot that was taken back does not count. */
  @Override
  OptionalLong last(SparkSession spark, LakeName name, String application) {
    refresh(spark, name);
    Row largest =
        spark
            .sql(
                "SELECT max(CAST(summary['%1$s'] AS BIGINT)) FROM %2$s.snapshots WHERE summary['%3$s'] = :stream AND snapshot_id IN (SELECT snapshot_id FROM %2$s.history WHERE is_current_ancestor)"
                    .formatted(EPOCH, name.sql(), STREAM),
                Map.of("stream", application))
            .collectAsList()
            .get(0);
    return largest.isNullAt(0) ? OptionalLong.empty() : OptionalLong.of(largest.getLong(0));
  }

  @Override
  boolean isThere(SparkSession spark, LakeName name, Transaction transaction) {
    OptionalLong last = last(spark, name, transaction.application());
    return last.isPresent() && last.getAsLong() >= transaction.version();
  }

  /** The catalog of a session keeps tables for a while, as they were. */
  @Override
  void refresh(SparkSession spark, LakeName name) {
    spark.sql("REFRESH TABLE " + name.sql());
  }

  @Override
  boolean mergesWhatIsReadTwice() {
    return true;
  }

  /**
   * A snapshot that is said stays, whoever else refreshes the table in this session. It has the
   * columns of its time; where others were added behind it, the table itself is read.
   */
  @Override
  Dataset<Row> now(SparkSession spark, LakeName name) {
    refresh(spark, name);
    Dataset<Row> table = spark.table(name.sql());
    List<Row> main =
        spark
            .sql("SELECT snapshot_id FROM %s.refs WHERE name = 'main'".formatted(name.sql()))
            .collectAsList();
    if (main.isEmpty()) {
      return table;
    }
    Dataset<Row> snapshot =
        spark.sql(
            "SELECT * FROM %s VERSION AS OF %d".formatted(name.sql(), main.get(0).getLong(0)));
    return snapshot.schema().equals(table.schema()) ? snapshot : table;
  }
}
