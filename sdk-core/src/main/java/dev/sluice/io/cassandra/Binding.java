package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.type.codec.TypeCodec;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds values of components to a statement, in the order of its first parameters.
 *
 * @param statement the statement
 * @param columns the columns of the parameters
 * @param values how a component's value becomes the driver's
 * @param codecs how that is sent
 */
record Binding(
    PreparedStatement statement,
    List<StoredColumn> columns,
    List<CqlValue> values,
    List<TypeCodec<Object>> codecs) {

  static Binding of(PreparedStatement statement, List<StoredColumn> columns) {
    List<TypeCodec<Object>> codecs = new ArrayList<>();
    BoundStatementBuilder any = statement.boundStatementBuilder();
    for (int i = 0; i < columns.size(); i++) {
      codecs.add(any.codecRegistry().codecFor(statement.getVariableDefinitions().get(i).getType()));
    }
    return new Binding(
        statement, columns, columns.stream().map(StoredColumn::writing).toList(), codecs);
  }

  /** A statement with these values; what is null is NULL. */
  BoundStatementBuilder bound(List<?> of) {
    BoundStatementBuilder builder = statement.boundStatementBuilder();
    for (int i = 0; i < columns.size(); i++) {
      Object value = columns.get(i).toCql(values.get(i), of.get(i));
      builder =
          value == null ? builder.setToNull(i) : builder.set(i, value, codecs.get(i));
    }
    return builder;
  }
}
