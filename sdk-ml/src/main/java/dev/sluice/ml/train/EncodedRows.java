package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Task;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Encoded rows that a learner learns from.
 *
 * @param rows the columns {@link #LABEL}, {@link #WEIGHT} and {@link #FEATURES}, cached
 * @param width how many slots the features have
 * @param task what is learned
 * @param labels the names of the labels, which the rows have as their positions; empty for numbers
 * @param seed of everything that is drawn
 */
@Internal
public record EncodedRows(Dataset<Row> rows, int width, Task task, List<String> labels, long seed) {

  /** The label, as MLlib takes it: a number, or the position of a label. */
  public static final String LABEL = "label";

  /** How much a row counts for a learner; where labels are balanced, more or less than by itself. */
  public static final String WEIGHT = "weight";

  /** How much a row counts by itself. */
  static final String OWN_WEIGHT = "ownWeight";

  /** A vector. */
  public static final String FEATURES = "features";

  /** In which of the parts a row is that are left out in turn. */
  static final String FOLD = "fold";

  /** Whether it is to be told which of several labels, and how likely each is. */
  public boolean several() {
    return task == Task.MULTICLASS;
  }

  /** The rows of all parts but one. */
  EncodedRows without(int fold) {
    return where(functions.col(FOLD).notEqual(fold));
  }

  /** The rows of one part. */
  EncodedRows only(int fold) {
    return where(functions.col(FOLD).equalTo(fold));
  }

  private EncodedRows where(Column condition) {
    return new EncodedRows(rows.filter(condition), width, task, labels, seed);
  }
}
