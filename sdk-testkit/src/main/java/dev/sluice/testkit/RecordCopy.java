package dev.sluice.testkit;

import dev.sluice.expr.Fields;
import dev.sluice.record.RecordComponentType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A copy of a record that differs in some components; see {@link Records#with}. Immutable, so a
 * copy that is half made can be the start of several.
 *
 * @param <T> the record
 */
public final class RecordCopy<T extends Record> {

  private final RecordParts<T> parts;
  private final List<Object> values;

  RecordCopy(T sample) {
    this(RecordParts.of(sample), RecordParts.of(sample).values(sample));
  }

  private RecordCopy(RecordParts<T> parts, List<Object> values) {
    this.parts = parts;
    this.values = values;
  }

  /** Names the component to change; the value follows: {@code .set(Order::quantity).to(3)}. */
  public <V> To<V> set(Fields.Typed<T, V> accessor) {
    RecordComponentType component = Accessors.component(parts.record(), accessor);
    return new To<>(parts.record().components().indexOf(component));
  }

  /**
   * The record.
   *
   * @throws RuntimeException what the record's own constructor throws
   */
  public T build() {
    return parts.construct(values);
  }

  /**
   * The step after {@link #set}.
   *
   * @param <V> the component's type
   */
  public final class To<V> {
    private final int index;

    private To(int index) {
      this.index = index;
    }

    /** A copy with this value. */
    public RecordCopy<T> to(V value) {
      List<Object> changed = new ArrayList<>(values);
      changed.set(index, value);
      return new RecordCopy<>(parts, Collections.unmodifiableList(changed));
    }
  }
}
