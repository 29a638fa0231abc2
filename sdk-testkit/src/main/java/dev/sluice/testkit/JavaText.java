package dev.sluice.testkit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values as Java source, to be pasted into a test. */
final class JavaText {

  private JavaText() {}

  /** An expression that makes an equal value. */
  static String of(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Record row) {
      return RecordParts.of(row).values(row).stream()
          .map(JavaText::of)
          .collect(Collectors.joining(", ", "new " + row.getClass().getSimpleName() + "(", ")"));
    }
    if (value instanceof List<?> list) {
      boolean hasNull = list.stream().anyMatch(Objects::isNull);
      String start = hasNull ? "Arrays.asList(" : "List.of(";
      String items = list.stream().map(JavaText::of).collect(Collectors.joining(", "));
      // a single null would be taken for the array itself
      return list.size() == 1 && hasNull ? "Collections.singletonList(null)" : start + items + ")";
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof byte[] bytes) {
      return IntStream.range(0, bytes.length)
          .mapToObj(i -> String.valueOf(bytes[i]))
          .collect(Collectors.joining(", ", "new byte[] {", "}"));
    }
    return value instanceof Number number ? number(number) : scalar(value);
  }

  private static String scalar(Object value) {
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof Enum<?> constant) {
      return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }
    if (value instanceof LocalDate date) {
      return "LocalDate.of(%d, %d, %d)"
          .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }
    if (value instanceof Instant || value instanceof LocalDateTime || value instanceof Duration) {
      return "%s.parse(\"%s\")".formatted(value.getClass().getSimpleName(), value);
    }
    return String.valueOf(value);
  }

  private static String number(Number number) {
    if (number instanceof Long) {
      return number + "L";
    }
    if (number instanceof Double value) {
      return Double.isFinite(value) ? value.toString() : notFinite("Double", value);
    }
    if (number instanceof Float value) {
      return Float.isFinite(value) ? value + "f" : notFinite("Float", value.doubleValue());
    }
    if (number instanceof BigDecimal decimal) {
      return "new BigDecimal(\"%s\")".formatted(decimal.toPlainString());
    }
    if (number instanceof Short || number instanceof Byte) {
      return "(%s) %s".formatted(number.getClass().getSimpleName().toLowerCase(), number);
    }
    return number.toString();
  }

  private static String notFinite(String type, double value) {
    return type
        + (Double.isNaN(value) ? ".NaN" : value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
  }

  private static String map(Map<?, ?> map) {
    if (map.values().stream().anyMatch(Objects::isNull)) {
      return map.entrySet().stream()
          .map(e -> "put(%s, %s);".formatted(of(e.getKey()), of(e.getValue())))
          .collect(Collectors.joining(" ", "new HashMap<>() {{ ", " }}"));
    }
    return map.size() > 10
        ? map.entrySet().stream()
            .map(e -> "Map.entry(%s, %s)".formatted(of(e.getKey()), of(e.getValue())))
            .collect(Collectors.joining(", ", "Map.ofEntries(", ")"))
        : map.entrySet().stream()
            .map(e -> of(e.getKey()) + ", " + of(e.getValue()))
            .collect(Collectors.joining(", ", "Map.of(", ")"));
  }

  /** A text as a Java literal; what one would not see is written as an escape. */
  static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> {
          if (isVisible(c)) {
            literal.append(c);
          } else {
            literal.append("\\u%04x".formatted((int) c));
          }
        }
      }
    }
    return literal.append('"').toString();
  }

  private static boolean isVisible(char c) {
    return c == ' '
        || Character.isSurrogate(c)
        || !(Character.isISOControl(c)
            || Character.isSpaceChar(c)
            || Character.getType(c) == Character.FORMAT
            || Character.getType(c) == Character.UNASSIGNED);
  }
}
