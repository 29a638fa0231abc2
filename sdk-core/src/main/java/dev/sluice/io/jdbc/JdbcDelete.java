package dev.sluice.io.jdbc;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.Secrets;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.rows.RecordEncoders;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Takes rows out of a table of a database by their keys: the part of a stream of changes that deletes.
 * It comes from {@link JdbcTable#delete}. Of the record the key alone has to be in the table.
 *
 * <p>Doing it twice has the effect of doing it once. Each task deletes in a transaction of its own, so
 * after a failure some rows may be gone already. It may stand beside a sink that puts rows into the
 * same table in the same run, if no row of the one has the key of a row of the other.
 *
 * @param <T> the record each row is
 */
public final class JdbcDelete<T extends Record> implements BatchSink<T>, EpochSink<T> {

  private final JdbcTable<T> table;
  private final List<String> key;

  JdbcDelete(JdbcTable<T> table, List<String> key) {
    this.table = table;
    this.key = List.copyOf(key);
  }

  @Override
  public Class<T> type() {
    return table.type();
  }

  @Override
  public String description() {
    return "%s (delete by %s)".formatted(table.description(), String.join(", ", key));
  }

  /** Rows without a key would delete nothing: they are refused as those of an upsert are. */
  @Override
  public WriteMode mode() {
    return new WriteMode.Upsert(key);
  }

  @Override
  public Delivery delivery() {
    return Delivery.EXACTLY_ONCE;
  }

  @Override
  public List<String> check(SparkSession spark) {
    if (!table.database().isSet()) {
      return List.of(description() + ": it has no url(…)");
    }
    try (Connection connection = table.database().connect()) {
      Optional<RealTable> real = RealTable.find(connection, table.name());
      if (real.isEmpty()) {
        return List.of(
            description()
                + ": there is no such table"
                + RealTable.suggestion(connection, table.name()));
      }
      return components().stream()
          .filter(component -> real.get().column(component.column()).isEmpty())
          .map(
              component -> "%s: the table has no column \"%s\", which is part of the key"
                  .formatted(description(), component.column()))
          .toList();
    } catch (SQLException e) {
      return List.of(description() + ": " + Secrets.masked(String.valueOf(e.getMessage())));
    }
  }

  @Override
  public Written write(Dataset<Row> rows, Epoch epoch) {
    return write(rows);
  }

  @Override
  public Written write(Dataset<Row> rows) {
    PartitionWriter<T> writer =
        new PartitionWriter<>(
            table.database(), deleting(), WriteSettings.DEFAULT, false, description());
    long asked =
        rows.as(RecordEncoders.of(type()))
            .mapPartitions(writer, Encoders.STRING())
            .collectAsList().stream()
            .mapToLong(result -> TaskResult.of(result).rows())
            .sum();
    return Written.to(table.description()).withRows(asked);
  }

  private Loading deleting() {
    try (Connection connection = table.database().connect()) {
      Dialect dialect = table.database().dialect();
      RealTable real = RealTable.required(connection, table.name());
      List<String> conditions = new ArrayList<>();
      List<ValueBinder> binders = new ArrayList<>();
      List<Integer> places = new ArrayList<>();
      for (RecordComponentType component : components()) {
        RealColumn column = real.column(component.column()).orElseThrow();
        conditions.add(
            dialect.quoted(column.name()) + " = " + dialect.parameter(column));
        binders.add(new ValueBinder(component.logicalType(), column));
        places.add(table.record().components().indexOf(component));
      }
      String statement =
          "DELETE FROM %s WHERE %s"
              .formatted(dialect.quoted(real.parts()), String.join(" AND ", conditions));
      return new PickedLoading(
          places, new StatementLoading(statement, binders, WriteSettings.DEFAULT.batchSize()));
    } catch (SQLException e) {
      throw SqlRefusal.of(description(), e);
    }
  }

  private List<RecordComponentType> components() {
    return key.stream().map(name -> table.record().component(name).orElseThrow()).toList();
  }

  @Override
  public String toString() {
    return description();
  }
}
