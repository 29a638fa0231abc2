package dev.sluice.io.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some values of each row.
 *
 * @param places of these values
 * @param loading what becomes of them
 */
record PickedLoading(List<Integer> places, Loading loading) implements Loading {

  @Override
  public long load(Connection connection, Iterator<List<Object>> rows) throws SQLException {
    return loading.load(
        connection,
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return rows.hasNext();
          }

          @Override
          public List<Object> next() {
            List<Object> all = rows.next();
            // there can be nulls
            return places.stream().map(all::get).collect(Collectors.toList());
          }
        });
  }
}
