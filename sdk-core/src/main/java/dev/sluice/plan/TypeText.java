package dev.sluice.plan;

import dev.sluice.record.ColumnType;

/** Types as they are written in descriptions and messages. */
final class TypeText {

  private TypeText() {}

  static String of(ColumnType type) {
    if (type instanceof ColumnType.Decimal decimal) {
      return "DECIMAL(%d, %d)".formatted(decimal.precision(), decimal.scale());
    } else if (type instanceof ColumnType.ListOf list) {
      return "LIST<" + of(list.element()) + ">";
    } else if (type instanceof ColumnType.MapOf map) {
      return "MAP<" + of(map.key()) + ", " + of(map.value()) + ">";
    } else if (type instanceof ColumnType.Enumeration enumeration) {
      return enumeration.type().getSimpleName();
    }
    return type instanceof ColumnType.Struct struct
        ? struct.type().getSimpleName()
        : type.toString();
  }
}
