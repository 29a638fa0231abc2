package dev.sluice.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Whether a record is the row that a stage rejected, which it gives as JSON. */
final class RejectedJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** As Spark writes a length of time: {@code INTERVAL '1 02:03:04.5' DAY TO SECOND}. */
  private static final Pattern INTERVAL =
      Pattern.compile(".*'(-?)(\\d+) (\\d+):(\\d+):(\\d+(?:\\.\\d+)?)'.*");

  private RejectedJson() {}

  /** False also for a text that is no JSON object, as of a row that could not be parsed. */
  static boolean is(Record row, String json) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      return tree != null && tree.isObject() && sameRecord(row, tree);
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static boolean sameRecord(Record row, JsonNode tree) {
    RecordParts<?> parts = RecordParts.of(row);
    List<Object> values = parts.values(row);
    List<RecordComponentType> components = parts.record().components();
    return IntStream.range(0, values.size())
        .allMatch(
            i -> same(
                components.get(i).logicalType(),
                values.get(i),
                tree.get(components.get(i).column())));
  }

  private static boolean same(ColumnType type, Object value, JsonNode node) {
    if (value == null || node == null || node.isNull()) {
      return value == null && (node == null || node.isNull());
    }
    if (type instanceof ColumnType.Struct) {
      return node.isObject() && sameRecord((Record) value, node);
    }
    if (type instanceof ColumnType.ListOf list) {
      return node.isArray() && sameList(list, (List<?>) value, node);
    }
    if (type instanceof ColumnType.MapOf map) {
      return node.isObject() && sameMap(map, (Map<?, ?>) value, node);
    }
    if (type instanceof ColumnType.Enumeration) {
      return ((Enum<?>) value).name().equals(node.textValue());
    }
    if (value instanceof Double || value instanceof Float) {
      return sameFloating((Number) value, node);
    }
    if (value instanceof Number number) {
      return node.isNumber()
          && node.decimalValue().compareTo(new BigDecimal(number.toString())) == 0;
    }
    return type instanceof Scalar scalar && sameScalar(scalar, value, node);
  }

  private static boolean sameList(ColumnType.ListOf type, List<?> list, JsonNode node) {
    return list.size() == node.size()
        && IntStream.range(0, list.size())
            .allMatch(i -> same(type.element(), list.get(i), node.get(i)));
  }

  private static boolean sameMap(ColumnType.MapOf type, Map<?, ?> map, JsonNode node) {
    return map.size() == node.size()
        && map.entrySet().stream()
            .allMatch(
                e -> node.has(String.valueOf(e.getKey()))
                    && same(type.value(), e.getValue(), node.get(String.valueOf(e.getKey()))));
  }

  /** NaN and infinity are texts in Spark's JSON. */
  private static boolean sameFloating(Number value, JsonNode node) {
    double number = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (node.isTextual()) {
      return node.textValue().equals(String.valueOf(value.doubleValue()));
    }
    return value instanceof Float ? value.floatValue() == (float) number : (Double) value == number;
  }

  private static boolean sameScalar(Scalar type, Object value, JsonNode node) {
    try {
      String text = node.asText();
      return switch (type) {
        case BOOLEAN -> node.isBoolean() && value.equals(node.booleanValue());
        case DATE -> value.equals(LocalDate.parse(text));
        // Spark writes no more than milliseconds
        case TIMESTAMP ->
          millis((Instant) value).equals(millis(OffsetDateTime.parse(text).toInstant()));
        case TIMESTAMP_NTZ ->
          ((LocalDateTime) value)
              .truncatedTo(ChronoUnit.MILLIS)
              .equals(LocalDateTime.parse(text).truncatedTo(ChronoUnit.MILLIS));
        case BINARY -> Arrays.equals((byte[]) value, Base64.getDecoder().decode(text));
        case DURATION -> Sameness.micros((Duration) value).equals(duration(text));
        default -> value.equals(text);
      };
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static Instant millis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static Duration duration(String text) {
    Matcher parts = INTERVAL.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeParseException("not an interval", text, 0);
    }
    Duration length =
        Duration.ofDays(Long.parseLong(parts.group(2)))
            .plusHours(Long.parseLong(parts.group(3)))
            .plusMinutes(Long.parseLong(parts.group(4)))
            .plusNanos(new BigDecimal(parts.group(5)).movePointRight(9).longValue());
    return parts.group(1).isEmpty() ? length : length.negated();
  }
}
