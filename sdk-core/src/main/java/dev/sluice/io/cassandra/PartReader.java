package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.metadata.TokenMap;
import dev.sluice.spark.rows.RowsByPart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a part of a table, on an executor.
 *
 * @param cluster where the table is
 * @param name its name
 * @param columns what is read
 * @param restricted the columns whose values the keys of a part are
 * @param partitionKey its columns, quoted
 * @param reading how it is read
 * @param description as messages call it
 */
record PartReader(
    Cluster cluster,
    CqlName name,
    List<StoredColumn> columns,
    List<StoredColumn> restricted,
    List<String> partitionKey,
    Reading reading,
    String description)
    implements RowsByPart.Reader<Part> {

  @Override
  public RowsByPart.Rows open(Part part) {
    Sessions.Lease lease;
    try {
      lease = Sessions.lease(cluster, name.keyspace());
    } catch (RuntimeException e) {
      throw new CassandraException(description + ": " + Failures.sentence(e, cluster));
    }
    return new PartRows(this, part, lease);
  }

  @Override
  public String toString() {
    return description;
  }

  CassandraException failed(RuntimeException failure) {
    return new CassandraException(
        description
            + ": "
            + (failure instanceof UnfitValueException
                ? failure.getMessage()
                : Failures.sentence(failure, cluster)));
  }

  /** The queries of a part. */
  List<BoundStatement> statements(CqlSession session, Part part) {
    List<BoundStatement> statements = new ArrayList<>();
    part.ranges().forEach(range -> statements.add(statement(session, range)));
    if (!part.keys().isEmpty()) {
      PreparedStatement prepared =
          prepared(
              session,
              restricted.stream()
                  .map(column -> column.column().quoted() + " = ?")
                  .collect(Collectors.joining(" AND ")));
      part.keys().forEach(key -> statements.add(set(Binding.of(prepared, restricted).bound(key))));
    }
    return statements;
  }

  private BoundStatement statement(CqlSession session, Part.Range range) {
    String token = "token(" + String.join(", ", partitionKey) + ")";
    List<String> conditions = new ArrayList<>();
    List<String> bounds = new ArrayList<>();
    if (!range.after().isEmpty()) {
      conditions.add(token + " > ?");
      bounds.add(range.after());
    }
    if (!range.upTo().isEmpty()) {
      conditions.add(token + " <= ?");
      bounds.add(range.upTo());
    }
    TokenMap tokens = session.getMetadata().getTokenMap().orElseThrow();
    BoundStatementBuilder builder =
        prepared(session, String.join(" AND ", conditions)).boundStatementBuilder();
    for (int i = 0; i < bounds.size(); i++) {
      builder = builder.setToken(i, tokens.parse(bounds.get(i)));
    }
    if (!range.upTo().isEmpty()) {
      builder = builder.setRoutingToken(tokens.parse(range.upTo()));
    }
    return set(builder);
  }

  private BoundStatement set(BoundStatementBuilder builder) {
    return builder
        .setPageSize(reading.fetchSize())
        .setConsistencyLevel(DefaultConsistencyLevel.valueOf(reading.consistency().name()))
        .setIdempotence(true)
        .build();
  }

  private PreparedStatement prepared(CqlSession session, String condition) {
    return session.prepare(
        "SELECT %s FROM %s%s"
            .formatted(
                columns.stream().map(c -> c.column().quoted()).collect(Collectors.joining(", ")),
                name.quoted(),
                condition.isEmpty() ? "" : " WHERE " + condition));
  }
}
