package dev.sluice.spark.bridge;

import org.apache.spark.sql.catalyst.util.CharVarcharUtils;
import org.apache.spark.sql.types.StructType;

/** The bridge to Spark's memory of what a table's columns were declared as. */
public final class DeclaredColumns {

  private DeclaredColumns() {}

  /** What is declared as CHAR(n) or VARCHAR(n) is a STRING with metadata in a table's schema. */
  public static StructType of(StructType table) {
    return CharVarcharUtils.getRawSchema(table);
  }
}
