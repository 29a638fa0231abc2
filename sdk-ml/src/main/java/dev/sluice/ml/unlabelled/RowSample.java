package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

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

  private static final StructType RANKED =
      new StructType()
          .add("rank", DataTypes.LongType, false)
          .add("row", SQLDataTypes.VectorType(), false);

  private RowSample() {}

  /**
   * The sample, in the order of the hashes.
   *
   * @param rows with one column, of vectors
   * @param most how many rows are drawn; all if there are not more
   * @param seed decides which
   */
  public static List<EncodedRow> of(Dataset<Row> rows, int most, long seed) {
    return rows
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) partition -> new Ranks(partition, seed),
            Encoders.row(RANKED))
        .orderBy("rank")
        .limit(most)
        .collectAsList()
        .stream()
        .map(row -> EncodedRow.of(row.<Vector>getAs(1)))
        .collect(Collectors.toUnmodifiableList());
  }

  /** Puts its rank before each row of a partition. */
  private static final class Ranks implements Iterator<Row> {

    private final Iterator<Row> rows;
    private final long seed;
    private final long partition = TaskContext.getPartitionId();
    private final Map<Long, Integer> seen = new HashMap<>();

    private Ranks(Iterator<Row> rows, long seed) {
      this.rows = rows;
      this.seed = seed;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      Vector vector = rows.next().getAs(0);
      long hash = EncodedRow.of(vector).hash(seed);
      return RowFactory.create(rank(hash), vector);
    }

    private long rank(long hash) {
      Integer before = seen.get(hash);
      if (before == null) {
        if (seen.size() < COUNTED) {
          seen.put(hash, 1);
        }
        return hash;
      }
      seen.put(hash, before + 1);
      return Seeds.of(Seeds.of(hash, partition), before);
    }
  }
}
