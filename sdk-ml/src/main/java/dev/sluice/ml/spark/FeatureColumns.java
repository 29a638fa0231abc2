package dev.sluice.ml.spark;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Signature;
import dev.sluice.spark.rows.Columns;
import java.util.List;
import org.apache.spark.sql.Column;

/** The columns that features read, of rows that have them under the names of their components. */
@Internal
public final class FeatureColumns {

  private FeatureColumns() {}

  /** Those of a signature, in its order. */
  public static List<Column> of(Signature signature) {
    return signature.features().stream().map(column -> Columns.named(column.name())).toList();
  }
}
