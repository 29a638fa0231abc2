package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.sluice.spark.rows.RowsByPart;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a part, page by page; each page is waited for as long as a request may take. */
final class PartRows implements RowsByPart.Rows {

  private final PartReader reader;
  private final Part part;
  private final Sessions.Lease lease;
  private final RowValues values;
  private Iterator<BoundStatement> statements;
  private Iterator<Row> page = Collections.emptyIterator();

  PartRows(PartReader reader, Part part, Sessions.Lease lease) {
    this.reader = reader;
    this.part = part;
    this.lease = lease;
    this.values = new RowValues(reader.columns());
  }

  @Override
  public boolean hasNext() {
    try {
      if (statements == null) {
        statements = reader.statements(lease.session(), part).iterator();
      }
      while (!page.hasNext() && statements.hasNext()) {
        page = lease.session().execute(statements.next()).iterator();
      }
      boolean more = page.hasNext();
      if (!more) {
        close();
      }
      return more;
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public Object[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      return values.of(page.next());
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private CassandraException failed(RuntimeException e) {
    if (Failures.isOfTheConnection(e)) {
      lease.broken();
    }
    return reader.failed(e);
  }

  @Override
  public void close() {
    lease.close();
  }
}
