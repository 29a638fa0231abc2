package dev.sluice.io.jdbc;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/**
 * How a task puts its rows into a table. The transaction is begun before and committed after it by
 * others; whatever it leaves behind in the connection ends with that.
 */
interface Loading extends Serializable {

  /**
   * Puts rows into the table, one after the other as they come.
   *
   * @param rows the values of each, in the order of the columns
   * @return how many they were
   */
  long load(Connection connection, Iterator<List<Object>> rows) throws SQLException;
}
