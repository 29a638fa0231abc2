package dev.sluice.spark.rows;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.RowCodec;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Turns records into Spark rows and back, by their accessors and canonical constructor. Works for
 * private, nested and local records as well, which Spark's generated code could not touch.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends Record> implements RowCodec<T> {

  private static final long serialVersionUID = 1L;

  /** So many characters of a value are shown in an error. */
  private static final int LONGEST_VALUE = 80;

  private static final ClassValue<RecordCodec<?>> CACHE =
      new ClassValue<>() {
        @Override
        protected RecordCodec<?> computeValue(Class<?> type) {
          return new RecordCodec<>(type.asSubclass(Record.class));
        }
      };

  private final Class<T> type;
  private final transient StructType schema;
  private final transient List<RecordComponentType> components;
  private final transient MethodHandle constructor;
  private final transient MethodHandle[] accessors;
  private final transient ValueCodec[] values;

  private RecordCodec(Class<T> type) {
    RecordType record = RecordType.of(type);
    this.type = type;
    this.schema = RecordSchemas.of(record);
    this.components = record.components();
    this.values =
        components.stream()
            .map(c -> ValueCodec.of(c.logicalType(), type.getSimpleName() + "." + c.name()))
            .toArray(ValueCodec[]::new);
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] parameters =
        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      this.constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, parameters))
              .asType(MethodType.genericMethodType(parts.length))
              .asSpreader(Object[].class, parts.length);
      this.accessors = new MethodHandle[parts.length];
      for (int i = 0; i < parts.length; i++) {
        accessors[i] =
            lookup.unreflect(parts[i].getAccessor()).asType(MethodType.genericMethodType(1));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "record %s is in a module that does not open the package %s: add 'opens %2$s;' to its module-info"
              .formatted(type.getTypeName(), type.getPackageName()),
          e);
    }
  }

  @SuppressWarnings("unchecked") // the cache's value for a class is the codec of that class
  public static <T extends Record> RecordCodec<T> of(Class<T> type) {
    return (RecordCodec<T>) CACHE.get(type);
  }

  @Override
  public Row encode(T record) {
    return encodeRecord(record);
  }

  Row encodeRecord(Record record) {
    Object[] row = new Object[accessors.length];
    for (int i = 0; i < row.length; i++) {
      Object value = read(accessors[i], record);
      row[i] = value == null ? null : values[i].toRow().apply(value);
    }
    return RowCodec.row(row, schema);
  }

  /** The values of a record's components as they are in Java, in order. */
  public static List<Object> components(Record record) {
    return Arrays.stream(of(record.getClass()).accessors)
        .map(accessor -> read(accessor, record))
        .collect(Collectors.toList()); // there can be nulls
  }

  @Override
  public T decode(Row row) {
    Object[] arguments = new Object[accessors.length];
    for (int i = 0; i < arguments.length; i++) {
      Object value = row.get(i);
      if (value != null) {
        arguments[i] = values[i].fromRow().apply(value);
      } else if (!components.get(i).nullable()) {
        throw nullForPrimitive(components.get(i));
      }
    }
    return type.cast(construct(arguments));
  }

  private static Object read(MethodHandle accessor, Record record) {
    try {
      return (Object) accessor.invokeExact((Object) record);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  private Object construct(Object[] arguments) {
    try {
      return (Object) constructor.invokeExact(arguments);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new RecordValueException(
          "the constructor of %s refused the row %s: %s"
              .formatted(type.getSimpleName(), shown(arguments), e),
          e);
    }
  }

  /** The values as a record prints them, long ones cut. */
  private String shown(Object[] arguments) {
    StringJoiner row = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < arguments.length; i++) {
      String value = String.valueOf(arguments[i]);
      row.add(
          components.get(i).name()
              + "="
              + (value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value));
    }
    return row.toString();
  }

  /** What a record's own accessor throws goes to the caller as it is. */
  private static RuntimeException unchecked(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
  }

  private RecordValueException nullForPrimitive(RecordComponentType component) {
    return new RecordValueException(
        "%s.%s cannot be null, but column \"%s\" is NULL in a row. Give the component the boxed type of %s, or replace the NULL before"
            .formatted(
                type.getSimpleName(),
                component.name(),
                component.column(),
                component.rawType().getSimpleName()));
  }

  /** Only the class travels to executors; the handles are found again there. */
  private Object writeReplace() {
    return new ByClass(type);
  }

  /** Names the record in Spark's own messages, which print the codec. */
  @Override
  public String toString() {
    return "record " + type.getSimpleName();
  }

  private record ByClass(Class<? extends Record> type) implements Serializable {
    private Object readResolve() {
      return RecordCodec.of(type);
    }
  }
}
