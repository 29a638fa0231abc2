package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.TaskContext;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Draws rows in one pass: those with the least hashes of what is in them. So the sample is the same however the rows are ordered
 * and divided, as long as none is there twice.
 *
 * <p>Equal rows would be drawn all together or not at all. Each but the first of a partition is therefore hashed with its number and
 * its partition's; that is counted for the first {@value #COUNTED} different rows of a partition, among which those that
 * are there often certainly are unless they are sorted to the end.
 */
@Internal
public final class RowSample {

  static final int COUNTED = 100_000;

  private static final String RANK = "__rank";

  private RowSample() {}

  /**
   * The sample, in the order of the hashes.
   *
   * @param rows any rows
   * @param hash a number of 64 bits that equal rows share and others do not
   * @param most how many rows are drawn; all if there are not more
   * @return the rows with their columns
   */
  public static Dataset<Row> of(Dataset<Row> rows, Column hash, int most) {
    UserDefinedFunction rank = functions.udf(new Rank(), DataTypes.LongType).asNondeterministic();
    return rows.withColumn(RANK, rank.apply(hash)).orderBy(RANK).limit(most).drop(RANK);
  }

  /**
   * The sample of vectors, in the order of their hashes.
   *
   * @param rows with one column, of vectors
   * @param most how many rows are drawn; all if there are not more
   * @param seed decides which
   */
  static List<EncodedRow> of(Dataset<Row> rows, int most, long seed) {
    UDF1<Vector, Long> hash = vector -> EncodedRow.of(vector).hash(seed);
    Column slots = rows.col(rows.columns()[0]);
    return of(rows, functions.udf(hash, DataTypes.LongType).apply(slots), most)
        .collectAsList()
        .stream()
        .map(row -> EncodedRow.of(row.<Vector>getAs(0)))
        .collect(Collectors.toUnmodifiableList());
  }

  /** The rank of a row by its hash. It counts the rows of a partition, so that each task has one of its own. */
  private static final class Rank implements UDF1<Long, Long> {

    private static final long serialVersionUID = 1L;

    private transient Map<Long, Integer> seen;
    private transient long task;

    @Override
    public Long call(Long hash) {
      TaskContext context = TaskContext.get();
      if (seen == null || task != context.taskAttemptId()) {
        seen = new HashMap<>();
        task = context.taskAttemptId();
      }
      Integer before = seen.get(hash);
      if (before == null) {
        if (seen.size() < COUNTED) {
          seen.put(hash, 1);
        }
        return hash;
      }
      seen.put(hash, before + 1);
      return Seeds.of(Seeds.of(hash, context.partitionId()), before);
    }
  }
}
