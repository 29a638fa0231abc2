package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.Statement;
import dev.sluice.spark.rows.Micros;
import dev.sluice.spark.rows.RecordCodec;
import dev.sluice.spark.rows.RecordEncoders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Writes the rows of a partition, a statement each, and tells how many they were.
 *
 * @param cluster where the table is
 * @param name its name
 * @param columns the columns of the record's components
 * @param settings how
 * @param description as messages call it
 */
record RowWriter<T extends Record>(
    Cluster cluster,
    CqlName name,
    List<StoredColumn> columns,
    WriteSettings settings,
    String description)
    implements MapPartitionsFunction<T, Long> {

  long write(Dataset<Row> rows, Class<T> type) {
    return rows
        .as(RecordEncoders.of(type))
        .mapPartitions(this, Encoders.LONG())
        .collectAsList()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Override
  public Iterator<Long> call(Iterator<T> rows) {
    if (!rows.hasNext()) {
      return List.<Long>of().iterator();
    }
    Sessions.Lease lease;
    try {
      lease = Sessions.lease(cluster, name.keyspace());
    } catch (RuntimeException e) {
      throw failed(e);
    }
    try {
      return List.of(written(rows, lease.session())).iterator();
    } catch (RequestWindow.FailedException e) {
      if (Failures.isOfTheConnection(e.getCause())) {
        lease.broken();
      }
      throw failed(e.getCause());
    } finally {
      lease.close();
    }
  }

  private long written(Iterator<T> rows, CqlSession session) throws RequestWindow.FailedException {
    RequestWindow window = new RequestWindow(session, settings.concurrency(), cluster.timeout());
    try {
      Binding binding = Binding.of(session.prepare(statement()), columns);
      long written = 0;
      while (rows.hasNext()) {
        List<Object> values = RecordCodec.components(rows.next());
        long time = settings.hasWriteTime() ? writeTime(values) : 0;
        window.send(statement(binding, stored(values), time), answer -> {});
        written++;
      }
      window.awaitAll();
      return written;
    } catch (DriverException e) {
      throw new RequestWindow.FailedException(e);
    }
  }

  /** Microseconds since 1970, as Cassandra counts times of writing, or a number that grows as well. */
  private long writeTime(List<Object> values) {
    Object value = values.get(settings.writeTime());
    if (value instanceof Instant time) {
      return Micros.of(time);
    } else if (value instanceof Long number && number != Long.MIN_VALUE) {
      return number;
    }
    throw new CassandraException(
        "%s: %s is the time of writing of a row and is %s there: filter such rows before"
            .formatted(description, columns.get(settings.writeTime()).component(), value));
  }

  private List<Object> stored(List<Object> values) {
    if (settings.truncatesTimes()) {
      values.replaceAll(
          value -> value instanceof Instant time ? time.truncatedTo(ChronoUnit.MILLIS) : value);
    }
    return values;
  }

  private Statement<?> statement(Binding binding, List<Object> values, long writeTime) {
    BoundStatementBuilder builder;
    try {
      builder = binding.bound(values);
    } catch (UnfitValueException e) {
      throw new CassandraException(description + ": " + e.getMessage());
    }
    for (int i = 0; i < values.size() && settings.keepsWhereNull(); i++) {
      if (values.get(i) == null) {
        builder = builder.unset(i);
      }
    }
    int next = values.size();
    if (settings.ttlSeconds() > 0) {
      builder = builder.setInt(next++, settings.ttlSeconds());
    }
    if (settings.hasWriteTime()) {
      builder = builder.setLong(next, writeTime);
    }
    // the same values once more change nothing, so the driver may ask another node
    return builder
        .setIdempotence(true)
        .setConsistencyLevel(DefaultConsistencyLevel.valueOf(settings.consistency().name()))
        .build();
  }

  private String statement() {
    List<String> using = new ArrayList<>();
    if (settings.ttlSeconds() > 0) {
      using.add("TTL ?");
    }
    if (settings.hasWriteTime()) {
      using.add("TIMESTAMP ?");
    }
    return "INSERT INTO %s (%s) VALUES (%s)%s"
        .formatted(
            name.quoted(),
            columns.stream().map(c -> c.column().quoted()).collect(Collectors.joining(", ")),
            columns.stream().map(c -> "?").collect(Collectors.joining(", ")),
            using.isEmpty() ? "" : " USING " + String.join(" AND ", using));
  }

  /** Spark prints it in its plans. */
  @Override
  public String toString() {
    return description;
  }

  private CassandraException failed(Throwable failure) {
    return new CassandraException(description + ": " + Failures.sentence(failure, cluster));
  }
}
