package dev.sluice.testkit;

import dev.sluice.record.RecordComponentType;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values as people read them in a failure. */
final class ValueText {

  /** The longest text of a value in a table. */
  private static final int WIDEST = 80;

  /** The longest text of a value in a row. */
  private static final int LONG = 200;

  private ValueText() {}

  /** A value; texts are quoted so that blanks can be seen, a record names its components. */
  static String of(Object value) {
    if (value instanceof String text) {
      return JavaText.quoted(text);
    }
    if (value instanceof BigDecimal decimal) {
      return withoutZeros(decimal).toString();
    }
    if (value instanceof Record row) {
      RecordParts<?> parts = RecordParts.of(row);
      List<Object> values = parts.values(row);
      List<RecordComponentType> components = parts.record().components();
      return IntStream.range(0, values.size())
          .mapToObj(i -> components.get(i).name() + "=" + of(values.get(i)))
          .collect(Collectors.joining(", ", parts.record().simpleName() + "[", "]"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> of(e.getKey()) + "=" + of(e.getValue()))
          .sorted()
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof byte[] bytes
        ? "0x" + HexFormat.of().formatHex(bytes)
        : String.valueOf(value);
  }

  /** A row whose long texts are cut; where they differ from others is shown apart. */
  static String shortened(Record row) {
    RecordParts<?> parts = RecordParts.of(row);
    List<Object> values = parts.values(row);
    List<RecordComponentType> components = parts.record().components();
    return IntStream.range(0, values.size())
        .mapToObj(i -> components.get(i).name() + "=" + shortened(of(values.get(i))))
        .collect(Collectors.joining(", ", parts.record().simpleName() + "[", "]"));
  }

  /** A text, cut if it is long, with its length. */
  static String shortened(String text) {
    return text.length() <= LONG
        ? text
        : "%s… (%,d characters)".formatted(text.substring(0, WIDEST), text.length());
  }

  /** Whether a value is cut where its row is shown. */
  static boolean isLong(Object value) {
    return of(value).length() > LONG;
  }

  /** The scale of a column says nothing: 1.5 is the same as 1.500000000000000000. */
  private static BigDecimal withoutZeros(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    return stripped.scale() < 0 && decimal.scale() >= 0 ? stripped.setScale(0) : stripped;
  }

  /** Two values that differ, cut to what fits in a table, such that they differ there too. */
  static Pair pair(Object expected, Object actual) {
    String left = of(expected);
    String right = of(actual);
    if (left.equals(right) && expected != null && actual != null) {
      // such as the decimal 1 and the number 1
      left += " (" + expected.getClass().getSimpleName() + ")";
      right += " (" + actual.getClass().getSimpleName() + ")";
    }
    int from = Math.max(0, firstDifference(left, right) - WIDEST / 2);
    return new Pair(cut(left, from), cut(right, from));
  }

  private static int firstDifference(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    return IntStream.range(0, shorter)
        .filter(i -> left.charAt(i) != right.charAt(i))
        .findFirst()
        .orElse(shorter);
  }

  private static String cut(String text, int from) {
    if (text.length() <= WIDEST) {
      return text;
    }
    int start = Math.min(from, Math.max(0, text.length() - WIDEST));
    int end = Math.min(text.length(), start + WIDEST);
    return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
  }

  /** Two texts that differ. */
  record Pair(String expected, String actual) {}
}
