package dev.sluice.io.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Streams rows by {@code COPY … FROM STDIN}: one statement for all of them. The only class that
 * needs PostgreSQL's driver to be loaded.
 *
 * @param table quoted
 * @param columns quoted
 */
record PostgresCopy(String table, List<String> columns) implements Loading {

  private static final Pattern PLACE =
      Pattern.compile("COPY .*?, line (\\d+)(?:, column ([^:]+))?", Pattern.DOTALL);

  /** Whether the driver is PostgreSQL's own, also behind a pool. */
  static boolean takes(Connection connection) throws SQLException {
    return connection.isWrapperFor(PGConnection.class);
  }

  @Override
  public long load(Connection connection, Iterator<List<Object>> rows) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY %s (%s) FROM STDIN (ENCODING 'UTF8')"
                    .formatted(table, Dialect.list(columns)));
    try {
      CopyText text = new CopyText(columns, copy::writeToCopy);
      while (rows.hasNext()) {
        text.row(rows.next());
      }
      text.flush();
      copy.endCopy();
      return text.rows();
    } catch (PSQLException e) {
      cancel(copy, e);
      throw named(e);
    } catch (Throwable e) {
      cancel(copy, e);
      throw e;
    }
  }

  /** PostgreSQL tells the line and the column apart from what is wrong there. */
  private static SQLException named(PSQLException e) {
    ServerErrorMessage told = e.getServerErrorMessage();
    Matcher place = PLACE.matcher(told == null ? "" : String.valueOf(told.getWhere()));
    if (!place.lookingAt()) {
      return e;
    }
    SQLException named =
        new SQLException(
            "row %s of the partition%s: %s%s"
                .formatted(
                    place.group(1),
                    place.group(2) == null ? "" : ", column " + place.group(2),
                    told.getMessage(),
                    told.getDetail() == null ? "" : " (" + told.getDetail() + ")"),
            e.getSQLState());
    named.addSuppressed(e); // no cause: what is told of a run is the first of all causes
    return named;
  }

  /** What made it end is what is told, not that the connection went with it. */
  private static void cancel(CopyIn copy, Throwable reason) {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
