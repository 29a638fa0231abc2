package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import dev.sluice.connect.LookupSession;
import dev.sluice.spark.rows.RecordCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.RowFactory;

/** Reads rows by their primary keys, a request each, which goes to a replica of the row. */
final class KeyReads<K, T extends Record> implements LookupSession<K, T> {

  /** The driver takes 1,024 requests for each connection. */
  private static final int CONCURRENCY = 256;

  private final Sessions.Lease lease;
  private final Cluster cluster;
  private final Consistency consistency;
  private final Binding binding;
  private final RowValues values;
  private final RecordCodec<T> codec;

  KeyReads(
      Sessions.Lease lease,
      Cluster cluster,
      Consistency consistency,
      CqlName name,
      List<StoredColumn> columns,
      List<StoredColumn> key,
      Class<T> type) {
    this.lease = lease;
    this.cluster = cluster;
    this.consistency = consistency;
    PreparedStatement statement =
        lease
            .session()
            .prepare(
                "SELECT %s FROM %s WHERE %s"
                    .formatted(
                        columns.stream()
                            .map(c -> c.column().quoted())
                            .collect(Collectors.joining(", ")),
                        name.quoted(),
                        key.stream()
                            .map(c -> c.column().quoted() + " = ?")
                            .collect(Collectors.joining(" AND "))));
    this.binding = Binding.of(statement, key);
    this.values = new RowValues(columns);
    this.codec = RecordCodec.of(type);
  }

  @Override
  public CompletionStage<Map<K, T>> find(Set<K> keys) {
    Map<K, Row> rows = new ConcurrentHashMap<>();
    RequestWindow window = new RequestWindow(lease.session(), CONCURRENCY, cluster.timeout());
    try {
      for (K key : keys) {
        Statement<?> statement;
        try {
          statement = statement(key);
        } catch (UnfitValueException e) {
          continue; // a value that no column can have is no row's
        }
        window.send(
            statement,
            answer -> {
              Row row = answer.one();
              if (row != null) {
                rows.put(key, row);
              }
            });
      }
      window.awaitAll();
    } catch (RequestWindow.FailedException e) {
      if (Failures.isOfTheConnection(e.getCause())) {
        lease.broken();
      }
      throw new CassandraException(Failures.sentence(e.getCause(), cluster));
    }
    Map<K, T> found = new HashMap<>();
    rows.forEach((key, row) -> found.put(key, codec.decode(RowFactory.create(values.of(row)))));
    return CompletableFuture.completedFuture(found);
  }

  private Statement<?> statement(K key) {
    List<?> parts =
        binding.columns().size() == 1 && !(key instanceof Record)
            ? List.of(key)
            : RecordCodec.components((Record) key);
    return binding
        .bound(parts)
        .setIdempotence(true)
        .setConsistencyLevel(DefaultConsistencyLevel.valueOf(consistency.name()))
        .build();
  }

  @Override
  public void close() {
    lease.close();
  }
}
