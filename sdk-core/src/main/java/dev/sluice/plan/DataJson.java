package dev.sluice.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.connect.LookupStore;
import dev.sluice.connect.Secrets;
import dev.sluice.connect.Sink;
import dev.sluice.connect.Source;
import dev.sluice.record.ColumnType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Data of a plan as JSON. Verbs, expressions and whatever they are made of are records, so that each
 * of their components is in it and none can be forgotten; only where something was written, and the
 * code of users, is left out.
 */
final class DataJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DataJson() {}

  /** The components of a record, each under its name. */
  static ObjectNode components(Record data) {
    ObjectNode json = NODES.objectNode();
    for (RecordComponent component : data.getClass().getRecordComponents()) {
      value(read(component, data)).ifPresent(value -> json.set(component.getName(), value));
    }
    return json;
  }

  /** Empty for what is left out. */
  static Optional<JsonNode> value(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(DataJson::value);
    } else if (value instanceof CallSite || value == null) {
      return Optional.empty();
    }
    return data(value);
  }

  private static Optional<JsonNode> data(Object value) {
    if (value instanceof ExprNode.Field field) {
      return Optional.of(field(field));
    } else if (value instanceof ExprNode.Literal literal) {
      return Optional.of(literal(literal.value()));
    } else if (value instanceof ExprNode.Call call) {
      return Optional.of(call(call));
    } else if (value instanceof ExprNode.Variable variable) {
      return Optional.of(NODES.objectNode().put("variable", variable.name()));
    } else if (value instanceof ColumnType || value instanceof Class<?>) {
      return Optional.of(NODES.textNode(type(value)));
    } else if (value instanceof Source<?> source) {
      return Optional.of(NODES.textNode(Secrets.masked(source.description())));
    } else if (value instanceof LookupStore<?, ?> store) {
      return Optional.of(NODES.textNode(Secrets.masked(store.description())));
    } else if (value instanceof Sink<?> sink) {
      return Optional.of(NODES.textNode(Secrets.masked(sink.description())));
    } else if (value instanceof Record record) {
      ObjectNode json = NODES.objectNode();
      json.put("type", kind(record));
      json.setAll(components(record));
      return Optional.of(json);
    }
    return plain(value);
  }

  /** Numbers keep their digits, and are no text of the same look. */
  private static Optional<JsonNode> plain(Object value) {
    if (value instanceof Boolean flag) {
      return Optional.of(NODES.booleanNode(flag));
    } else if (value instanceof Integer || value instanceof Long) {
      return Optional.of(NODES.numberNode(((Number) value).longValue()));
    } else if (value instanceof Double number) {
      return Optional.of(NODES.numberNode(number));
    } else if (value instanceof Enum<?> constant) {
      return Optional.of(NODES.textNode(constant.name()));
    } else if (value instanceof OptionalLong number) {
      return number.isPresent() ? plain(number.getAsLong()) : Optional.empty();
    } else if (value instanceof OptionalInt number) {
      return number.isPresent() ? plain(number.getAsInt()) : Optional.empty();
    } else if (value instanceof OptionalDouble number) {
      return number.isPresent() ? plain(number.getAsDouble()) : Optional.empty();
    } else if (value instanceof Collection<?> values) {
      return Optional.of(array(values));
    } else if (value instanceof Map<?, ?> values) {
      return Optional.of(map(values));
    } else if (isCode(value)) {
      return Optional.empty();
    }
    return Optional.of(NODES.textNode(Secrets.masked(value.toString())));
  }

  /** A lambda has no text that says what it does, or that is the same in the next JVM. */
  private static boolean isCode(Object value) {
    return value.getClass().isHidden() || value.getClass().isSynthetic()
        || value instanceof java.util.function.Function;
  }

  private static ArrayNode array(Collection<?> values) {
    ArrayNode json = NODES.arrayNode();
    values.forEach(v -> value(v).ifPresent(json::add));
    return json;
  }

  /** In the order of the keys, for that of a map may differ from JVM to JVM. */
  private static ObjectNode map(Map<?, ?> values) {
    Map<String, Object> sorted = new TreeMap<>();
    values.forEach((key, v) -> sorted.put(String.valueOf(key), v));
    ObjectNode json = NODES.objectNode();
    sorted.forEach((key, v) -> value(v).ifPresent(node -> json.set(key, node)));
    return json;
  }

  private static JsonNode field(ExprNode.Field field) {
    ObjectNode json = NODES.objectNode();
    json.put("field", field.accessor());
    return field.input() == 0 ? json : json.put("input", field.input());
  }

  private static JsonNode literal(Object value) {
    ObjectNode json = NODES.objectNode();
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      value(value).ifPresent(values -> json.set("literal", values));
      return json;
    }
    json.put("literal", text(value));
    json.put("java", value.getClass().getSimpleName());
    return json;
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? Base64.getEncoder().encodeToString(bytes)
        : Secrets.masked(String.valueOf(value));
  }

  /**
   * A chain such as {@code a and b and c} is a list, not a tree of its length in depth, which would
   * exhaust the stack of who writes or reads it.
   */
  private static JsonNode call(ExprNode.Call call) {
    List<ExprNode> chain = new ArrayList<>();
    ExprNode next = call;
    while (next instanceof ExprNode.Call inner
        && inner.fn().equals(call.fn())
        && inner.arguments().size() == 2) {
      chain.add(inner.arguments().get(1));
      next = inner.arguments().get(0);
    }
    boolean chained = chain.size() > 1;
    if (chained) {
      chain.add(next);
      Collections.reverse(chain);
    }
    ObjectNode json = NODES.objectNode();
    json.put("call", call.fn().name());
    if (call.fn().distinct()) {
      json.put("distinct", true);
    }
    json.set(chained ? "chain" : "arguments", array(chained ? chain : call.arguments()));
    return json;
  }

  private static String type(Object type) {
    return type instanceof Class<?> c ? c.getSimpleName() : type.toString();
  }

  private static String kind(Record record) {
    String name = record.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  static Object read(RecordComponent component, Record data) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(data);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a component of a record can be read", e);
    }
  }
}
