package dev.sluice.io.format;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;

/**
 * Makes the Avro schema of a record. Fitted to the schema of a writer, it has the names of the
 * writer's types, since Avro compares them within unions, the constants of its enums, and its unit
 * of time, which Avro does not compare at all.
 */
final class AvroSchemas {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Set<String> names = new HashSet<>();
  private final Map<List<Object>, Schema> named = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private AvroSchemas() {}

  /** Of these components of a record. */
  static Schema of(RecordType record, List<RecordComponentType> components) {
    return new AvroSchemas().record(record, components, Optional.empty());
  }

  /**
   * The same for values of a writer.
   *
   * @throws IllegalArgumentException with a sentence for each value that Avro would take for another
   */
  static Schema fitted(RecordType record, List<RecordComponentType> components, Schema writer) {
    AvroSchemas schemas = new AvroSchemas();
    Schema schema = schemas.record(record, components, Optional.of(writer));
    if (!schemas.problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", schemas.problems));
    }
    return schema;
  }

  /** Whether a column of the enum is one in Avro; else it is a string. */
  private static boolean isEnum(ColumnType.Enumeration constants) {
    return constants(constants).stream().allMatch(name -> NAME.matcher(name).matches());
  }

  static List<String> constants(ColumnType.Enumeration constants) {
    return Arrays.stream(constants.type().getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .toList();
  }

  private Schema record(
      RecordType record, List<RecordComponentType> components, Optional<Schema> writer) {
    Optional<Schema> other = writer.filter(schema -> schema.getType() == Type.RECORD);
    String name = unused(other.map(Schema::getFullName).orElse(record.simpleName()));
    List<Field> fields = new ArrayList<>();
    for (RecordComponentType c : components) {
      Optional<Schema> written =
          other.map(schema -> schema.getField(c.column())).map(Field::schema);
      Schema value =
          value("%s.%s".formatted(record.simpleName(), c.name()), c.logicalType(), written);
      fields.add(
          c.nullable()
              ? new Field(c.column(), orNull(value), null, Field.NULL_DEFAULT_VALUE)
              : new Field(c.column(), value));
    }
    return Schema.createRecord(name, null, null, false, fields);
  }

  private Schema value(String place, ColumnType type, Optional<Schema> written) {
    Optional<Schema> writer = written.flatMap(AvroSchemas::withoutNull);
    if (type instanceof ColumnType.ListOf list) {
      return Schema.createArray(
          orNull(
              value(
                  place,
                  list.element(),
                  writer.filter(s -> s.getType() == Type.ARRAY).map(Schema::getElementType))));
    } else if (type instanceof ColumnType.MapOf map) {
      return Schema.createMap(
          orNull(
              value(
                  place,
                  map.value(),
                  writer.filter(s -> s.getType() == Type.MAP).map(Schema::getValueType))));
    } else if (type instanceof ColumnType.Struct struct) {
      List<Object> key = List.of(type, writer.map(Schema::toString).orElse(""));
      Schema known = named.get(key);
      if (known == null) {
        known = record(struct.recordType(), struct.recordType().components(), writer);
        named.put(key, known);
      }
      return known;
    } else if (type instanceof ColumnType.Enumeration constants) {
      return enumeration(constants, writer);
    }
    return leaf(place, scalar(type), writer);
  }

  /** A writer may have more constants, or none but texts; which of them are ours is seen later. */
  private Schema enumeration(ColumnType.Enumeration constants, Optional<Schema> writer) {
    Optional<Schema> written =
        writer.filter(s -> s.getType() == Type.ENUM || s.getType() == Type.STRING);
    if (written.isPresent()) {
      return kept(written.get());
    }
    return isEnum(constants)
        ? named.computeIfAbsent(
            List.of(constants),
            key -> Schema.createEnum(
                unused(constants.type().getSimpleName()), null, null, constants(constants)))
        : Schema.create(Type.STRING);
  }

  /** A value that Avro would read by its bits alone, as another time or number, is a problem. */
  private Schema leaf(String place, Schema own, Optional<Schema> writer) {
    if (writer.isEmpty()) {
      return own;
    }
    Schema written = writer.get();
    LogicalType meant = own.getLogicalType();
    LogicalType given = written.getLogicalType();
    if (meant != null && given != null && (given.equals(meant) || isInMillis(given, meant))) {
      return kept(written);
    }
    boolean isText = own.getType() == Type.STRING;
    if (meant != null || isText && written.getType() == Type.BYTES) {
      problems.add(
          "%s is %s, and %s in the schema that values are written with"
              .formatted(place, spoken(own), spoken(written)));
    }
    return own;
  }

  private static boolean isInMillis(LogicalType given, LogicalType meant) {
    String micros = meant.getName();
    return micros.endsWith("micros")
        && given.getName().equals(micros.replace("micros", "millis"));
  }

  /** An enum and a fixed decimal have a name, which may be used for one type. */
  private Schema kept(Schema written) {
    if (written.getType() == Type.FIXED || written.getType() == Type.ENUM) {
      return named.computeIfAbsent(
          List.of(written),
          key -> {
            unused(written.getFullName());
            return written;
          });
    }
    return written;
  }

  private static String spoken(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.Decimal decimal) {
      return "decimal(%d, %d)".formatted(decimal.getPrecision(), decimal.getScale());
    }
    return logical == null ? schema.getType().getName() : logical.getName();
  }

  private static Schema scalar(ColumnType type) {
    if (type instanceof ColumnType.Decimal decimal) {
      return LogicalTypes.decimal(decimal.precision(), decimal.scale())
          .addToSchema(Schema.create(Type.BYTES));
    }
    return switch ((Scalar) type) {
      case BOOLEAN -> Schema.create(Type.BOOLEAN);
      case INT -> Schema.create(Type.INT);
      case LONG -> Schema.create(Type.LONG);
      case FLOAT -> Schema.create(Type.FLOAT);
      case DOUBLE -> Schema.create(Type.DOUBLE);
      case STRING -> Schema.create(Type.STRING);
      case BINARY -> Schema.create(Type.BYTES);
      case DATE -> LogicalTypes.date().addToSchema(Schema.create(Type.INT));
      case TIMESTAMP -> LogicalTypes.timestampMicros().addToSchema(Schema.create(Type.LONG));
      case TIMESTAMP_NTZ ->
        LogicalTypes.localTimestampMicros().addToSchema(Schema.create(Type.LONG));
      case BYTE, SHORT, DURATION ->
        throw new IllegalArgumentException("Avro has no " + type);
    };
  }

  private static Schema orNull(Schema value) {
    return Schema.createUnion(Schema.create(Type.NULL), value);
  }

  /** What is in a union beside NULL, if that is one type. */
  private static Optional<Schema> withoutNull(Schema schema) {
    if (!schema.isUnion()) {
      return Optional.of(schema);
    }
    List<Schema> values =
        schema.getTypes().stream().filter(branch -> branch.getType() != Type.NULL).toList();
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Two records of one simple name are two types. */
  private String unused(String name) {
    String unused = name;
    while (!names.add(unused)) {
      unused += "_";
    }
    return unused;
  }
}
