package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.List;

/** Takes the values of a record's components out of the driver's rows. */
final class RowValues {

  private final List<StoredColumn> columns;
  private final List<CqlValue> codecs;

  RowValues(List<StoredColumn> columns) {
    this.columns = columns;
    this.codecs = columns.stream().map(StoredColumn::reading).toList();
  }

  /**
   * In the order of the columns, which is that of the query. The driver would give an empty
   * collection for NULL.
   */
  Object[] of(Row row) {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.isNull(i) ? null : columns.get(i).fromCql(codecs.get(i), row.getObject(i));
    }
    return values;
  }
}
