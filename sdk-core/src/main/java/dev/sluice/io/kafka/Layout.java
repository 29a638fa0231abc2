package dev.sluice.io.kafka;

import dev.sluice.io.PartitionColumns;
import dev.sluice.io.kafka.Place.Kind;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which components of a record are beside the value of a message, and where.
 *
 * @param record the record
 * @param places by the names of components
 */
record Layout(RecordType record, Map<String, Place> places) {

  Layout {
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  Layout with(Serializable accessor, Place place) {
    String name = PartitionColumns.name(accessor);
    PartitionColumns.columns(record, name);
    if (places.containsKey(name)) {
      throw new IllegalArgumentException(
          "%s.%s is the %s already".formatted(record.simpleName(), name, places.get(name)));
    }
    if (places.containsValue(place)) {
      throw new IllegalArgumentException(
          "the %s is %s already".formatted(place, component(place).orElseThrow().name()));
    }
    Map<String, Place> changed = new LinkedHashMap<>(places);
    changed.put(name, place);
    return new Layout(record, changed);
  }

  /** The columns that are not in the value. */
  List<String> columns() {
    return beside().stream().map(RecordComponentType::column).toList();
  }

  /** The components that are not in the value, in the order of the record. */
  List<RecordComponentType> beside() {
    return record.components().stream().filter(c -> places.containsKey(c.name())).toList();
  }

  /** Those that are. */
  List<RecordComponentType> inValue() {
    return record.components().stream().filter(c -> !places.containsKey(c.name())).toList();
  }

  Place of(RecordComponentType component) {
    return places.get(component.name());
  }

  boolean has(Kind kind) {
    return places.values().stream().anyMatch(place -> place.kind() == kind);
  }

  Optional<RecordComponentType> component(Kind kind) {
    return component(Place.of(kind));
  }

  private Optional<RecordComponentType> component(Place place) {
    return beside().stream().filter(c -> of(c).equals(place)).findFirst();
  }
}
