package dev.sluice.ml.score;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;

/**
 * Makes records by their canonical constructor.
 *
 * @param <R> the record
 */
public final class RecordMaker<R extends Record> {

  private final Class<R> record;
  private final MethodHandle constructor;

  /** Of a record. */
  public RecordMaker(Class<R> record) {
    this.record = record;
    try {
      Constructor<R> canonical =
          record.getDeclaredConstructor(
              types(record));
      canonical.setAccessible(true);
      this.constructor =
          MethodHandles.lookup()
              .unreflectConstructor(canonical)
              .asSpreader(Object[].class, canonical.getParameterCount())
              .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(record.getName() + " cannot be made: " + e, e);
    }
  }

  private static Class<?>[] types(Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    return types;
  }

  /** A record with these components. */
  public R of(Object[] components) {
    try {
      return record.cast((Object) constructor.invokeExact(components));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(
          "the constructor of %s failed: %s".formatted(record.getSimpleName(), e), e);
    }
  }
}
