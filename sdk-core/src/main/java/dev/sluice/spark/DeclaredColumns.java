package dev.sluice.spark;

import org.apache.spark.sql.catalyst.util.CharVarcharUtils;
import org.apache.spark.sql.types.StructType;

/** The bridge to Spark's memory of what a table's columns were declared as. */
final class DeclaredColumns {

  private DeclaredColumns() {}

  /** What is declared as CHAR(n) or VARCHAR(n) is a STRING with metadata in a table's schema. */
  static StructType of(StructType table) {
    return CharVarcharUtils.getRawSchema(table);
  }
}
