package dev.sluice.spark.rows;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Columns by name, quoted so that a dot or a space in a name is no syntax. */
public final class Columns {

  private Columns() {}

  public static Column named(String column) {
    return functions.col(quoted(column));
  }

  public static Column named(RecordComponentType component) {
    return named(component.column());
  }

  /** Those of a record, in the order of its components. */
  public static Column[] of(RecordType record) {
    return record.components().stream().map(Columns::named).toArray(Column[]::new);
  }

  public static Column named(String qualifier, String column) {
    return functions.col(quoted(qualifier) + "." + quoted(column));
  }

  /** A name as Spark's SQL reads it, whatever signs are in it. */
  public static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
