package dev.sluice.ml.train;

import dev.sluice.ml.model.CrossEncoding;
import dev.sluice.ml.model.LevelTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** The level of each row, as text: of one column, NULL if it is NULL, or of two as a pair, in which NULL is a level. */
final class LevelColumn {

  private LevelColumn() {}

  static Column of(List<String> columns) {
    return columns.size() == 1
        ? text(columns.get(0))
        : functions.concat_ws(
            CrossEncoding.pair("", ""), orNull(columns.get(0)), orNull(columns.get(1)));
  }

  private static Column orNull(String column) {
    return functions.coalesce(text(column), functions.lit(LevelTable.NULL));
  }

  private static Column text(String column) {
    return functions.col(column).cast("string");
  }
}
