package dev.sluice.testkit;

import dev.sluice.record.RecordType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A record class taken apart: the values of a record, and a record of values. It works for private
 * and local records too.
 *
 * @param <T> the record
 */
final class RecordParts<T extends Record> {

  private static final ClassValue<RecordParts<?>> CACHE =
      new ClassValue<>() {
        @Override
        protected RecordParts<?> computeValue(Class<?> type) {
          return new RecordParts<>(type.asSubclass(Record.class));
        }
      };

  private final RecordType record;
  private final List<Method> accessors;
  private final Constructor<T> constructor;

  private RecordParts(Class<T> type) {
    this.record = RecordType.of(type);
    RecordComponent[] components = type.getRecordComponents();
    this.accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
    try {
      this.constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its canonical constructor: " + type, e);
    }
    accessors.forEach(accessor -> accessor.setAccessible(true));
    constructor.setAccessible(true);
  }

  @SuppressWarnings("unchecked") // the cache's value for a class is that of the class
  static <T extends Record> RecordParts<T> of(Class<T> type) {
    return (RecordParts<T>) CACHE.get(type);
  }

  @SuppressWarnings("unchecked") // the class of a T is a Class<T>: records have no subclasses
  static <T extends Record> RecordParts<T> of(T sample) {
    return of((Class<T>) sample.getClass());
  }

  RecordType record() {
    return record;
  }

  /** The values of the components, nulls included. */
  List<Object> values(Record row) {
    List<Object> values = new ArrayList<>(accessors.size());
    for (Method accessor : accessors) {
      try {
        values.add(accessor.invoke(row));
      } catch (ReflectiveOperationException e) {
        throw unchecked(e);
      }
    }
    return Collections.unmodifiableList(values);
  }

  /** The value of the component of this name, which may be null. */
  static Object value(Record row, String component) {
    RecordParts<?> parts = of(row);
    return parts
        .values(row)
        .get(parts.record.components().indexOf(parts.record.component(component).orElseThrow()));
  }

  T construct(List<Object> values) {
    try {
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw unchecked(e);
    }
  }

  /** What a record's own code throws goes to the caller as it is. */
  private static RuntimeException unchecked(ReflectiveOperationException e) {
    Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException own ? own : new IllegalStateException(cause);
  }
}
