package dev.sluice.spark.bridge;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Decimal;
import dev.sluice.record.ColumnType.Enumeration;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.ColumnType.Unsupported;
import dev.sluice.record.RecordType;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.catalyst.encoders.Codec;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.encoders.RowEncoder;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.runtime.AbstractFunction0;

/**
 * What the types of columns are in Spark: the one place that builds encoders, and the schemas that
 * they have. A record is a row that a {@link RowCodec} turns into an object: Spark's {@code
 * ProductEncoder} would call constructors and accessors from generated code, which cannot reach
 * records that are not public, and knows no column names but the accessors'.
 */
public final class EncoderBridge {

  private EncoderBridge() {}

  public static <T extends Record> Encoder<T> encoder(RecordType record, RowCodec<T> codec) {
    // Generated code casts to the class of the tag, so it has to be one that every class can see.
    @SuppressWarnings("unchecked")
    ClassTag<T> visibleClass = (ClassTag<T>) (ClassTag<?>) ClassTag.apply(Record.class);
    AgnosticEncoder<T> byPosition =
        new AgnosticEncoders.TransformingEncoder<>(
            visibleClass, rowEncoder(record), new CodecProvider<>(codec), true);
    ExpressionEncoder<T> standard = ExpressionEncoder.apply(byPosition);
    return ExpressionEncoder.apply(
        byPosition,
        standard.objSerializer(),
        ByNameDeserializer.of(record, byPosition.dataType(), codec));
  }

  /** The columns of a record's rows. */
  public static StructType schema(RecordType record) {
    return rowEncoder(record).schema();
  }

  /**
   * The Spark type of a column.
   *
   * @throws IllegalArgumentException if it cannot be a column
   */
  public static DataType dataType(ColumnType type) {
    return valueEncoder(type).dataType();
  }

  /**
   * How rows of a schema become Java's and back, with {@code java.time} values whatever the session
   * says.
   */
  public static Encoder<Row> rows(StructType schema) {
    return ExpressionEncoder.apply(rowEncoder(schema));
  }

  private static AgnosticEncoders.RowEncoder rowEncoder(StructType schema) {
    List<AgnosticEncoders.EncoderField> fields =
        Arrays.stream(schema.fields())
            .map(
                field -> new AgnosticEncoders.EncoderField(
                    field.name(),
                    valueEncoder(field.dataType()),
                    field.nullable(),
                    Metadata.empty(),
                    Option.empty(),
                    Option.empty()))
            .toList();
    Seq<AgnosticEncoders.EncoderField> all = CollectionConverters.asScala(fields).toSeq();
    return new AgnosticEncoders.RowEncoder(all);
  }

  private static AgnosticEncoder<?> valueEncoder(DataType type) {
    if (type instanceof StructType struct) {
      return rowEncoder(struct);
    } else if (type instanceof ArrayType array) {
      return new AgnosticEncoders.IterableEncoder<>(
          ClassTag.apply(scala.collection.Seq.class),
          valueEncoder(array.elementType()),
          array.containsNull(),
          false);
    } else if (type instanceof MapType map) {
      return new AgnosticEncoders.MapEncoder<>(
          ClassTag.apply(scala.collection.Map.class),
          valueEncoder(map.keyType()),
          valueEncoder(map.valueType()),
          map.valueContainsNull());
    } else if (type instanceof DecimalType decimal) {
      return new AgnosticEncoders.JavaDecimalEncoder(decimal, false);
    } else if (type.equals(DataTypes.DateType)) {
      return scalarEncoder(Scalar.DATE);
    } else if (type.equals(DataTypes.TimestampType)) {
      return scalarEncoder(Scalar.TIMESTAMP);
    }
    AgnosticEncoders.RowEncoder ofValue =
        (AgnosticEncoders.RowEncoder) RowEncoder.encoderFor(new StructType().add("value", type));
    return ofValue.fields().head().enc();
  }

  /** How Spark itself encodes the rows of a record: by position, nested records as rows. */
  static AgnosticEncoders.RowEncoder rowEncoder(RecordType record) {
    List<AgnosticEncoders.EncoderField> fields =
        record.components().stream()
            .map(
                c -> new AgnosticEncoders.EncoderField(
                    c.column(),
                    valueEncoder(c.logicalType()),
                    c.nullable(),
                    Metadata.empty(),
                    Option.empty(),
                    Option.empty()))
            .toList();
    Seq<AgnosticEncoders.EncoderField> all = CollectionConverters.asScala(fields).toSeq();
    return new AgnosticEncoders.RowEncoder(all);
  }

  /** The encoder of one value as it stands in a row. */
  static AgnosticEncoder<?> valueEncoder(ColumnType type) {
    if (type instanceof Scalar scalar) {
      return scalarEncoder(scalar);
    }
    if (type instanceof Decimal decimal) {
      return new AgnosticEncoders.JavaDecimalEncoder(
          new DecimalType(decimal.precision(), decimal.scale()), false);
    }
    if (type instanceof ListOf list) {
      return new AgnosticEncoders.IterableEncoder<>(
          ClassTag.apply(scala.collection.Seq.class), valueEncoder(list.element()), true, false);
    }
    if (type instanceof MapOf map) {
      return new AgnosticEncoders.MapEncoder<>(
          ClassTag.apply(scala.collection.Map.class),
          valueEncoder(map.key()),
          valueEncoder(map.value()),
          true);
    }
    if (type instanceof Struct struct) {
      return rowEncoder(struct.recordType());
    }
    if (type instanceof Enumeration) {
      return AgnosticEncoders.StringEncoder$.MODULE$;
    }
    Unsupported unsupported = (Unsupported) type;
    throw new IllegalArgumentException(
        "%s cannot be a column: %s".formatted(unsupported.javaType(), unsupported.reason()));
  }

  private static AgnosticEncoder<?> scalarEncoder(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> AgnosticEncoders.BoxedBooleanEncoder$.MODULE$;
      case BYTE -> AgnosticEncoders.BoxedByteEncoder$.MODULE$;
      case SHORT -> AgnosticEncoders.BoxedShortEncoder$.MODULE$;
      case INT -> AgnosticEncoders.BoxedIntEncoder$.MODULE$;
      case LONG -> AgnosticEncoders.BoxedLongEncoder$.MODULE$;
      case FLOAT -> AgnosticEncoders.BoxedFloatEncoder$.MODULE$;
      case DOUBLE -> AgnosticEncoders.BoxedDoubleEncoder$.MODULE$;
      case STRING -> AgnosticEncoders.StringEncoder$.MODULE$;
      case DATE -> new AgnosticEncoders.LocalDateEncoder(false);
      case TIMESTAMP -> new AgnosticEncoders.InstantEncoder(false);
      case TIMESTAMP_NTZ -> AgnosticEncoders.LocalDateTimeEncoder$.MODULE$;
      case DURATION -> AgnosticEncoders.DayTimeIntervalEncoder$.MODULE$;
      case BINARY -> AgnosticEncoders.BinaryEncoder$.MODULE$;
    };
  }

  /** Spark asks for a Scala function that it can send to executors. */
  private static final class CodecProvider<
      T extends Record> extends AbstractFunction0<Codec<? super T, Row>> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final RowCodec<T> codec;

    CodecProvider(RowCodec<T> codec) {
      this.codec = codec;
    }

    @Override
    public Codec<? super T, Row> apply() {
      return codec;
    }
  }
}
