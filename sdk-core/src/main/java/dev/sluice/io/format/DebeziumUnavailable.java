package dev.sluice.io.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What stands where the database did not tell a value: what an update does not change, and is stored
 * apart, PostgreSQL leaves out of its log. Debezium makes a value of the column's type of it:
 *
 * <ul>
 *   <li>of a text or bytes the placeholder,
 *   <li>of an array of them one with the placeholder, or with its UUID, alone,
 *   <li>of an array of numbers the placeholder's bytes, a number each,
 *   <li>of a map the placeholder as its only key and value.
 * </ul>
 */
final class DebeziumUnavailable {

  private static final String TEXT = "__debezium_unavailable_value";
  private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.UTF_8);
  private static final String ID = UUID.nameUUIDFromBytes(BYTES).toString();

  private DebeziumUnavailable() {}

  /** Values of a column, but for one that was not told, which would overwrite the real one. */
  static JsonValue rejectedOf(JsonValue values) {
    return parser -> {
      Object value = values.read(parser);
      if (isPlaceholder(value)) {
        throw new BadValue(
            "was not told by the database, as it was not changed: set REPLICA IDENTITY FULL");
      }
      return value;
    };
  }

  private static boolean isPlaceholder(Object value) {
    if (value instanceof List<?> list) {
      return list.size() == 1 && (isText(list.get(0)) || ID.equals(list.get(0))) || isBytes(list);
    }
    if (value instanceof Map<?, ?> map) {
      return map.size() == 1
          && map.entrySet().stream().allMatch(e -> isText(e.getKey()) && isText(e.getValue()));
    }
    return isText(value);
  }

  private static boolean isText(Object value) {
    return TEXT.equals(value) || value instanceof byte[] bytes && Arrays.equals(bytes, BYTES);
  }

  private static boolean isBytes(List<?> numbers) {
    return numbers.size() == BYTES.length
        && IntStream.range(0, BYTES.length)
            .allMatch(
                i -> numbers.get(i) instanceof Number number && number.doubleValue() == BYTES[i]);
  }
}
