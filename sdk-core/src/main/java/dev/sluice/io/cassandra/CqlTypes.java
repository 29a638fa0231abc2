package dev.sluice.io.cassandra;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Scalar;
import java.util.Map;
import java.util.Optional;

/** Which type of column to take for which component, and the other way round, for messages. */
final class CqlTypes {

  private static final Map<String, String> JAVA =
      Map.ofEntries(
          Map.entry("text", "String"),
          Map.entry("varchar", "String"),
          Map.entry("ascii", "String"),
          Map.entry("uuid", "String"),
          Map.entry("timeuuid", "String"),
          Map.entry("inet", "String"),
          Map.entry("time", "String"),
          Map.entry("boolean", "Boolean"),
          Map.entry("tinyint", "Byte"),
          Map.entry("smallint", "Short"),
          Map.entry("int", "Integer"),
          Map.entry("bigint", "Long"),
          Map.entry("counter", "Long"),
          Map.entry("varint", "BigDecimal"),
          Map.entry("decimal", "BigDecimal"),
          Map.entry("float", "Float"),
          Map.entry("double", "Double"),
          Map.entry("date", "LocalDate"),
          Map.entry("timestamp", "Instant"),
          Map.entry("duration", "Duration"),
          Map.entry("blob", "byte[]"));

  private CqlTypes() {}

  /** As source code has it; empty for types that no component has. */
  static Optional<String> javaFor(CqlType type) {
    return switch (type.name()) {
      case "list", "set" -> javaFor(type.arguments().get(0)).map("List<%s>"::formatted);
      case "map" -> javaFor(type.arguments().get(0))
          .flatMap(
              key -> javaFor(type.arguments().get(1))
                  .map(value -> "Map<%s, %s>".formatted(key, value)));
      default -> Optional.ofNullable(JAVA.get(type.name()));
    };
  }

  /** As CQL has it; with a question mark where there is none. */
  static String cqlFor(ColumnType type) {
    if (type instanceof ListOf list) {
      return "list<%s>".formatted(inside(list.element()));
    } else if (type instanceof MapOf map) {
      return "map<%s, %s>".formatted(inside(map.key()), inside(map.value()));
    } else if (type instanceof ColumnType.Decimal) {
      return "decimal";
    } else if (type instanceof ColumnType.Enumeration) {
      return "text";
    } else if (type instanceof Scalar scalar) {
      return switch (scalar) {
        case BOOLEAN -> "boolean";
        case BYTE -> "tinyint";
        case SHORT -> "smallint";
        case INT -> "int";
        case LONG -> "bigint";
        case FLOAT -> "float";
        case DOUBLE -> "double";
        case STRING -> "text";
        case DATE -> "date";
        case TIMESTAMP -> "timestamp";
        case DURATION -> "duration";
        case BINARY -> "blob";
        case TIMESTAMP_NTZ -> "?";
      };
    }
    return "?";
  }

  private static String inside(ColumnType type) {
    return type instanceof ListOf || type instanceof MapOf
        ? "frozen<%s>".formatted(cqlFor(type))
        : cqlFor(type);
  }
}
