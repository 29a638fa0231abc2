package dev.sluice.io.lake;

import static org.apache.spark.sql.functions.lit;

import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.FailingRow;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

  private DeltaFormat() {}

  @Override
  String word() {
    return "delta";
  }

  @Override
  List<String> setupProblems(SparkSession spark, LakeName name) {
    if (!isThere(EXTENSION)) {
      return List.of(
          "the jar of Delta is not on the class path: add io.delta:delta-spark_%s_2.13"
              .formatted(line(spark)));
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
  String properties(RecordType record) {
    return record.columns().stream().anyMatch(column -> MAPPED.matcher(column).find())
        ? " TBLPROPERTIES ('delta.columnMapping.mode' = 'name')"
        : "";
  }

  /** A directory cannot be named by an empty text, which would come back as NULL. */
  @Override
  Dataset<Row> kept(
      String description, Dataset<Row> rows, RecordType record, List<String> partitions) {
    Dataset<Row> kept = rows;
    for (RecordComponentType component : record.components()) {
      if (component.logicalType() == Scalar.STRING
          && partitions.stream().anyMatch(component.column()::equalsIgnoreCase)) {
        kept =
            FailingRow.unless(
                Columns.named(component).isNull().or(Columns.named(component).notEqual("")),
                lit(
                    "%s: %s.%s is empty in a row, and Delta would make NULL of it because the table is partitioned by it: give it another value before"
                        .formatted(description, record.simpleName(), component.name())),
                kept);
      }
    }
    return kept;
  }
}
