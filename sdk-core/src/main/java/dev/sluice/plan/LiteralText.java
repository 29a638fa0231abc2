package dev.sluice.plan;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Constants as they are written in descriptions and messages. */
final class LiteralText {

  private LiteralText() {}

  static String of(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      return value == null ? "NULL" : value.toString();
    } else if (value instanceof Enum<?> constant) {
      return quoted(constant.name());
    } else if (value instanceof byte[] bytes) {
      return "X" + quoted(HexFormat.of().formatHex(bytes));
    } else if (value instanceof List<?> list) {
      return list.stream().map(LiteralText::of).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof Record ? value.toString() : quoted(value.toString());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
