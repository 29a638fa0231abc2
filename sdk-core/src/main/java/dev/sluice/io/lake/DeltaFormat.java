package dev.sluice.io.lake;

import static org.apache.spark.sql.functions.lit;

import dev.sluice.io.OptionalJar;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.FailingRow;
import dev.sluice.spark.rows.RecordSchemas;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Delta Lake. */
final class DeltaFormat extends LakeFormat {

  static final DeltaFormat DELTA = new DeltaFormat();

  private static final String EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";
  private static final String CATALOG = "org.apache.spark.sql.delta.catalog.DeltaCatalog";

  /** What names of columns cannot have, unless the files have names of their own. */
  private static final Pattern MAPPED = Pattern.compile("[ ,;{}()\n\t=]");

  private static final Set<ColumnType> TIMES =
      Set.of(Scalar.DATE, Scalar.TIMESTAMP, Scalar.TIMESTAMP_NTZ);

  private DeltaFormat() {}

  @Override
  String word() {
    return "delta";
  }

  @Override
  List<String> setupProblems(SparkSession spark, LakeName name) {
    Optional<String> missing =
        new OptionalJar(EXTENSION, "io.delta:delta-spark_%s_2.13".formatted(line(spark))).missing();
    if (missing.isPresent()) {
      return List.of(missing.get());
    }
    if (!spark.conf().get("spark.sql.extensions", "").contains(EXTENSION)) {
      return List.of(
          "the session does not speak Delta: set spark.sql.extensions=%s when it is built"
              .formatted(EXTENSION));
    }
    String catalog = catalog(spark, name);
    return isCatalog(spark, catalog)
        ? List.of()
        : List.of(
            "the catalog %s knows no Delta tables: set spark.sql.catalog.%1$s=%s when the session is built"
                .formatted(catalog, CATALOG));
  }

  @Override
  Set<Scalar> lacking() {
    return Set.of(Scalar.DURATION);
  }

  /** Delta looks for the newest version each time a dataset is used, so the version is said. */
  @Override
  Dataset<Row> now(SparkSession spark, LakeName name) {
    spark.table(name.sql()); // says in other words that there is no table
    return spark.sql(
        "SELECT * FROM %s VERSION AS OF %d".formatted(name.sql(),
            DeltaHistory.version(spark, name)));
  }

  @Override
  Map<String, String> options(Transaction transaction) {
    return Map.of(
        "txnAppId", transaction.application(),
        "txnVersion", Long.toString(transaction.version()),
        "userMetadata", transaction.words());
  }

  @Override
  Map<String, String> settings(Transaction transaction) {
    return new TreeMap<>(
        Map.of(
            "spark.databricks.delta.write.txnAppId", transaction.application(),
            "spark.databricks.delta.write.txnVersion", Long.toString(transaction.version()),
            "spark.databricks.delta.commitInfo.userMetadata", transaction.words()));
  }

  @Override
  OptionalLong last(SparkSession spark, LakeName name, String application) {
    return DeltaHistory.last(spark, name, application);
  }

  @Override
  long newest(SparkSession spark, LakeName name) {
    return DeltaHistory.version(spark, name);
  }

  @Override
  boolean leftOut(SparkSession spark, LakeName name, Transaction transaction, long before) {
    return !DeltaHistory.has(spark, name, transaction, before);
  }

  @Override
  String properties(RecordType record) {
    return record.columns().stream().anyMatch(column -> MAPPED.matcher(column).find())
        ? " TBLPROPERTIES ('delta.columnMapping.mode' = 'name')"
        : "";
  }

  /** Values of partitions are texts, of which some come back as others. */
  @Override
  Dataset<Row> kept(
      String description, Dataset<Row> rows, RecordType record, List<String> partitions) {
    Dataset<Row> kept = rows;
    for (RecordComponentType component : record.components()) {
      if (partitions.stream().anyMatch(component.column()::equalsIgnoreCase)) {
        Column value = Columns.named(component);
        ColumnType type = component.logicalType();
        if (type == Scalar.STRING) {
          kept = unlessChanged(description, record, component, value.notEqual(""), "empty", kept);
        } else if (TIMES.contains(type)) {
          // Delta counts in UTC, and midnight is the session's: a day later is year 1 in both
          int day = type == Scalar.TIMESTAMP ? 2 : 1;
          Column first = lit(LocalDate.of(1, 1, day)).cast(RecordSchemas.of(type));
          kept =
              unlessChanged(
                  description, record, component, value.geq(first), "before the year 1", kept);
        }
      }
    }
    return kept;
  }

  private static Dataset<Row> unlessChanged(
      String description, RecordType record, RecordComponentType component, Column comesBack,
      String what, Dataset<Row> rows) {
    return FailingRow.unless(
        comesBack.isNull().or(comesBack),
        lit(
            "%s: %s.%s is %s in a row, which Delta would change because the table is partitioned by it: give it another value before, or NULL"
                .formatted(description, record.simpleName(), component.name(), what)),
        rows);
  }
}
