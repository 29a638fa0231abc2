package dev.sluice.io.lake;

import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** What Delta wrote down of the writes of a table. */
final class DeltaHistory {

  /** More writers than these do not commit between two looks of one. */
  private static final int LOOKED_AT = 100;

  private DeltaHistory() {}

  /** The number of the newest version. */
  static long version(SparkSession spark, LakeName name) {
    return last(spark, name, 1).select("version").collectAsList().get(0).getLong(0);
  }

  /** Whether a transaction was written behind a version. */
  static boolean has(SparkSession spark, LakeName name, Transaction transaction, long behind) {
    return !last(spark, name, LOOKED_AT)
        .filter(functions.col("version").gt(behind))
        .filter(functions.col("userMetadata").equalTo(transaction.words()))
        .isEmpty();
  }

  /** The largest version of an application, as far as the history goes back. */
  static OptionalLong last(SparkSession spark, LakeName name, String application) {
    String words = Transaction.words(application);
    return spark.sql("DESCRIBE HISTORY " + name.sql())
        .filter(functions.col("userMetadata").startsWith(words))
        .select("userMetadata")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0).substring(words.length()))
        .filter(version -> version.matches("\\d{1,18}"))
        .mapToLong(Long::parseLong)
        .max();
  }

  private static Dataset<Row> last(SparkSession spark, LakeName name, int entries) {
    return spark.sql("DESCRIBE HISTORY %s LIMIT %d".formatted(name.sql(), entries));
  }
}
