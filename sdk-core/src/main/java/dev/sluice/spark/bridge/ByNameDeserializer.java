package dev.sluice.spark.bridge;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.GetColumnByOrdinal;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExtractValue;
import org.apache.spark.sql.catalyst.encoders.Codec;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.IsNull;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.CreateExternalRow;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.catalyst.expressions.objects.UnresolvedCatalystToExternalMap;
import org.apache.spark.sql.catalyst.expressions.objects.UnresolvedMapObjects;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.ObjectType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Function1;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * The one place that builds the Catalyst expression which reads a record. Spark's own reading of
 * rows goes by position and believes the types, so two columns in another order would silently
 * change places; this one asks for every field by name and widens it to the type of the record.
 */
final class ByNameDeserializer {

  private static final DataType ROW = new ObjectType(Row.class);

  private ByNameDeserializer() {}

  static Expression of(RecordType record, DataType schema, RowCodec<?> codec) {
    Expression row = externalRow(record, new GetColumnByOrdinal(0, schema));
    return new Invoke(
        Literal.create(codec, new ObjectType(Codec.class)),
        "decode",
        new ObjectType(Record.class),
        seq(List.of(row)),
        seq(List.of()),
        true,
        true,
        true);
  }

  private static Expression externalRow(RecordType record, Expression struct) {
    List<Expression> values = new ArrayList<>();
    for (RecordComponentType component : record.components()) {
      Literal column = new Literal(UTF8String.fromString(component.column()), DataTypes.StringType);
      values.add(value(component.logicalType(), new UnresolvedExtractValue(struct, column)));
    }
    return new CreateExternalRow(seq(values), EncoderBridge.rowEncoder(record).schema());
  }

  private static Expression value(ColumnType type, Expression path) {
    if (type instanceof Struct struct) {
      return new If(
          new IsNull(path), Literal.create(null, ROW), externalRow(struct.recordType(), path));
    }
    if (type instanceof ListOf list) {
      return new UnresolvedMapObjects(
          (ElementReader) element -> value(list.element(), element),
          path,
          Option.apply(scala.collection.Seq.class));
    }
    if (type instanceof MapOf map) {
      return new UnresolvedCatalystToExternalMap(
          path,
          (ElementReader) key -> value(map.key(), key),
          (ElementReader) entry -> value(map.value(), entry),
          scala.collection.immutable.Map.class);
    }
    return leaf(type, path);
  }

  /** Spark's own expression for a single value, which includes the cast that only widens. */
  private static Expression leaf(ColumnType type, Expression path) {
    return ExpressionEncoder.apply(EncoderBridge.valueEncoder(type))
        .objDeserializer()
        .transformUp(
            new AbstractPartialFunction<Expression, Expression>() {
              @Override
              public boolean isDefinedAt(Expression expression) {
                return expression instanceof GetColumnByOrdinal;
              }

              @Override
              public Expression apply(Expression input) {
                return path;
              }
            });
  }

  private static <E> Seq<E> seq(List<E> elements) {
    return CollectionConverters.asScala(elements).toSeq();
  }

  /** How an element is read; Spark may send an encoder to executors before it is resolved. */
  private interface ElementReader extends Function1<Expression, Expression>, Serializable {}
}
