package dev.sluice.ml.score;

import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Signature.Column;
import dev.sluice.ml.model.Signature.Use;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the columns of a signature from records, by handles of their accessors.
 */
public final class RecordColumns {

  private static final MethodType OBJECT = MethodType.methodType(Object.class, Object.class);
  private static final MethodType DOUBLE = MethodType.methodType(double.class, Object.class);
  private static final long MICROS_OF_A_DAY = 86_400_000_000L;

  private static final MethodType LONG = MethodType.methodType(long.class, Object.class);

  private final MethodHandle[] objects;

  /** Those of primitive numbers, so that none is boxed; {@code null} for others. */
  private final MethodHandle[] numbers;

  private RecordColumns(MethodHandle[] objects, MethodHandle[] numbers) {
    this.objects = objects;
    this.numbers = numbers;
  }

  /**
   * Those of a record.
   *
   * @throws IllegalArgumentException if the record has not all of them
   */
  public static RecordColumns of(Class<?> record, Signature signature) {
    int columns = signature.columns().size();
    MethodHandle[] objects = new MethodHandle[columns];
    MethodHandle[] numbers = new MethodHandle[columns];
    for (int i = 0; i < columns; i++) {
      MethodHandle accessor = accessor(record, signature.columns().get(i).name());
      objects[i] = accessor.asType(OBJECT);
      Class<?> type = accessor.type().returnType();
      if (type.isPrimitive() && type != boolean.class) {
        numbers[i] = number(accessor, type);
      }
    }
    return new RecordColumns(objects, numbers);
  }

  /** A long is no double to a handle of its own accord. */
  private static MethodHandle number(MethodHandle accessor, Class<?> type) {
    if (type != long.class) {
      return accessor.asType(DOUBLE);
    }
    try {
      MethodHandle nearest =
          MethodHandles.lookup()
              .findStatic(
                  RecordColumns.class, "nearest", MethodType.methodType(double.class, long.class));
      return MethodHandles.filterReturnValue(accessor.asType(LONG), nearest);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a method of this class can be found", e);
    }
  }

  private static double nearest(long number) {
    return number;
  }

  private static MethodHandle accessor(Class<?> record, String name) {
    try {
      Method method = record.getDeclaredMethod(name);
      method.setAccessible(true);
      return MethodHandles.lookup().unreflect(method);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "%s has no component '%s'".formatted(record.getSimpleName(), name), e);
    }
  }

  /** What a record has as columns of a signature. */
  public static List<Column> all(Class<?> record) {
    List<Column> columns = new ArrayList<>();
    for (RecordComponentType c : RecordType.of(record).components()) {
      columns.add(new Column(c.name(), type(c), c.nullable(), Use.CARRIED));
    }
    return columns;
  }

  /** The type of a component as Java writes it, without packages. */
  public static String type(RecordComponentType component) {
    return simple(component.javaType());
  }

  private static String simple(Type type) {
    return type.getTypeName().replaceAll("[\\w]+(\\.|\\$)", "");
  }

  /** The values of a row. */
  public Inputs of(Object row) {
    return new RowInputs(row);
  }

  /** The value of a column as it is. */
  public Object value(Object row, int column) {
    try {
      return (Object) objects[column].invokeExact(row);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("an accessor of a record throws nothing that is checked", e);
    }
  }

  /** What is shorter than a microsecond is cut off towards the past, as Spark does; by way of nanoseconds years before 1677 had no place. */
  private static long microseconds(Instant moment) {
    return Math.addExact(
        Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
  }

  /** Several features ask for a column, and each accessor is called once. */
  private final class RowInputs implements Inputs {

    private final Object row;
    private final Object[] values = new Object[objects.length];

    private RowInputs(Object row) {
      this.row = row;
    }

    private Object value(int column) {
      Object value = values[column];
      if (value == null) {
        value = RecordColumns.this.value(row, column);
        values[column] = value;
      }
      return value;
    }

    @Override
    public boolean isNull(int column) {
      return numbers[column] == null && value(column) == null;
    }

    @Override
    public double number(int column) {
      if (numbers[column] != null) {
        try {
          return (double) numbers[column].invokeExact(row);
        } catch (RuntimeException | Error e) {
          throw e;
        } catch (Throwable e) {
          throw new IllegalStateException("an accessor of a record throws nothing checked", e);
        }
      }
      Object value = value(column);
      return value instanceof BigDecimal decimal
          ? decimal.doubleValue()
          : ((Number) value).doubleValue();
    }

    @Override
    public String text(int column) {
      Object value = value(column);
      return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    @Override
    public long micros(int column) {
      Object value = value(column);
      return value instanceof LocalDate date
          ? Math.multiplyExact(date.toEpochDay(), MICROS_OF_A_DAY)
          : microseconds((Instant) value);
    }
  }
}
