package dev.sluice.io.lake;

import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a table format does otherwise than the others. */
abstract class LakeFormat {

  /** As Spark knows it, such as {@code delta}. */
  abstract String word();

  /** What a session lacks to speak with the tables, a sentence each. */
  abstract List<String> setupProblems(SparkSession spark, LakeName name);

  /** Types that have no column there. */
  abstract Set<Scalar> lacking();

  /**
   * The table as it is now, in one state for all who use the dataset, however long that takes and
   * whoever writes meanwhile.
   */
  abstract Dataset<Row> now(SparkSession spark, LakeName name);

  /** Options of a write that make a transaction of it, or write down that it was one. */
  abstract Map<String, String> options(Transaction transaction);

  /** The same for a statement, as settings of a session that does nothing else. */
  abstract Map<String, String> settings(Transaction transaction);

  /** The largest version of an application that the table tells of; empty if it tells of none. */
  abstract OptionalLong last(SparkSession spark, LakeName name, String application);

  /** Whether the transaction has to be left out; false where the format itself does that. */
  boolean isThere(SparkSession spark, LakeName name, Transaction transaction) {
    return false;
  }

  /** What was the newest in the table, for {@link #leftOut}. */
  long newest(SparkSession spark, LakeName name) {
    return 0;
  }

  /** Whether the format has left out a transaction that was tried. */
  boolean leftOut(SparkSession spark, LakeName name, Transaction transaction, long before) {
    return false;
  }

  /** Makes the session see what others have written. */
  void refresh(SparkSession spark, LakeName name) {}

  /** Whether {@code MERGE} computes its rows twice, and has to be given such as stay the same. */
  boolean mergesWhatIsReadTwice() {
    return false;
  }

  /** What stands at the end of the statement that makes a table for a record. */
  String properties(RecordType record) {
    return "";
  }

  /**
   * The rows, each of which fails the job if the table would change one of its values.
   *
   * @param partitions the columns that the table is partitioned by
   */
  Dataset<Row> kept(
      String description, Dataset<Row> rows, RecordType record, List<String> partitions) {
    return rows;
  }

  /** A sentence for each of these components that no new column could be for. */
  final List<String> lackingProblems(RecordType record, List<RecordComponentType> components) {
    List<String> problems = new ArrayList<>();
    components.forEach(
        component -> lacking().stream()
            .filter(component.logicalType()::contains)
            .forEach(
                type -> problems.add(
                    "%s.%s holds a %s, for which %s has no column: make %s of it before"
                        .formatted(
                            record.simpleName(),
                            component.name(),
                            type,
                            word(),
                            type == Scalar.DURATION ? "a long or a text" : "an int"))));
    return problems;
  }

  /** Such as {@code 4.2}: jars of table formats are made for each. */
  static String line(SparkSession spark) {
    return spark.version().replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }

  /** The catalog that knows the table. */
  static String catalog(SparkSession spark, LakeName name) {
    List<String> parts = name.path() ? List.of("spark_catalog") : name.parts();
    boolean named = parts.size() > 2 || name.path()
        || parts.size() == 2 && isCatalog(spark, parts.get(0));
    return named ? parts.get(0) : spark.catalog().currentCatalog();
  }

  static boolean isCatalog(SparkSession spark, String name) {
    return !spark.conf().get("spark.sql.catalog." + name, "").isEmpty();
  }
}
