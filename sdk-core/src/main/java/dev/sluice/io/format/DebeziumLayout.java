package dev.sluice.io.format;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the components of a record are in a change.
 *
 * @param operation the component that is what was done
 * @param source fields of the source, by the names of components; all others are columns
 * @param values how columns are written
 */
record DebeziumLayout(
    String operation, LinkedHashMap<String, String> source, DebeziumValues values)
    implements Serializable {

  static DebeziumLayout of(RecordType record, String operation) {
    require(record, operation);
    return new DebeziumLayout(operation, new LinkedHashMap<>(), DebeziumValues.UNSAID);
  }

  DebeziumLayout with(RecordType record, String field, String component) {
    require(record, component);
    if (component.equals(operation) || source.containsKey(component)) {
      throw new IllegalArgumentException(
          "%s.%s is %s already".formatted(record.simpleName(), component,
              component.equals(operation) ? "the operation" : "source." + source.get(component)));
    }
    LinkedHashMap<String, String> changed = new LinkedHashMap<>(source);
    changed.put(component, field);
    return new DebeziumLayout(operation, changed, values);
  }

  DebeziumLayout with(DebeziumValues changed) {
    return new DebeziumLayout(operation, source, changed);
  }

  private static void require(RecordType record, String component) {
    if (record.component(component).isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no component %s".formatted(record.simpleName(), component));
    }
  }

  /** Those components that are columns of the table. */
  List<RecordComponentType> columns(List<RecordComponentType> components) {
    return components.stream()
        .filter(c -> !c.name().equals(operation) && !source.containsKey(c.name()))
        .toList();
  }

  /** The unit of a moment, by the name of its field. */
  static ChronoUnit unit(String field) {
    return Map.of("_ms", ChronoUnit.MILLIS, "_us", ChronoUnit.MICROS, "_ns", ChronoUnit.NANOS)
        .entrySet().stream()
        .filter(unit -> field.endsWith(unit.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(
                "source.%s: the name of a moment ends with _ms, _us or _ns, its unit"
                    .formatted(field)));
  }
}
