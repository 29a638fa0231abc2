package dev.sluice.stages;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A value as a text that tells apart what is not the same: -0.0 from 0.0, bytes by their content.
 */
final class ExactText {

  private ExactText() {}

  static String of(Object value) {
    if (value instanceof Record row) {
      StringJoiner text = new StringJoiner(", ", row.getClass().getSimpleName() + "[", "]");
      for (RecordComponent component : row.getClass().getRecordComponents()) {
        text.add(component.getName() + "=" + of(read(component, row)));
      }
      return text.toString();
    } else if (value instanceof byte[] bytes) {
      return "x" + HexFormat.of().formatHex(bytes);
    } else if (value instanceof List<?> list) {
      return list.stream().map(ExactText::of).toList().toString();
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> of(e.getKey()) + ":" + of(e.getValue()))
          .sorted()
          .toList()
          .toString();
    } else if (value instanceof String text) {
      StringBuilder escaped = new StringBuilder("\"");
      text.chars()
          .forEach(
              c -> escaped.append(c >= ' ' && c < 127 ? "" + (char) c : "\\u%04x".formatted(c)));
      return escaped.append('"').toString();
    }
    return String.valueOf(value);
  }

  /** What differs between two rows, component by component. */
  static String difference(Record expected, Record actual) {
    return Arrays.stream(expected.getClass().getRecordComponents())
        .filter(c -> !of(read(c, expected)).equals(of(read(c, actual))))
        .map(c -> "%s: %s -> %s".formatted(c.getName(), of(read(c, expected)), of(read(c, actual))))
        .toList()
        .toString();
  }

  private static Object read(RecordComponent component, Record row) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
