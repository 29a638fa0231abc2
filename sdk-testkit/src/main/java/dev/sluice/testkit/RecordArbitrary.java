package dev.sluice.testkit;

import dev.sluice.expr.Fields;
import dev.sluice.record.RecordComponentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ArbitraryDecorator;

/**
 * Random records for properties of jqwik, which is needed on the class path for this class alone.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<List<Order>> orders() {
 *   return RecordArbitrary.of(Order.class)
 *       .set(Order::quantity).to(Arbitraries.integers().between(1, 5))
 *       .list().ofMaxSize(20);
 * }
 * }</pre>
 *
 * <p>Unless a component is set it takes what its type can hold and tests forget: null (unless it is
 * primitive), the least and the greatest numbers, NaN, infinities and -0.0, empty texts, texts of
 * several scripts with quotes, commas and line ends, dates from the year 1 to 9999 with the days
 * around changes of calendar, empty lists. A failing sample is shrunk by jqwik, component by
 * component.
 *
 * @param <T> the record
 */
public final class RecordArbitrary<T extends Record> extends ArbitraryDecorator<T> {

  private final RecordParts<T> parts;
  private final Map<String, Arbitrary<?>> own;
  private final boolean nulls;

  private RecordArbitrary(RecordParts<T> parts, Map<String, Arbitrary<?>> own, boolean nulls) {
    this.parts = parts;
    this.own = own;
    this.nulls = nulls;
  }

  /**
   * Random records of a class.
   *
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> RecordArbitrary<T> of(Class<T> type) {
    RecordParts<T> parts = RecordParts.of(type);
    parts.record().requireValid();
    return new RecordArbitrary<>(parts, Map.of(), true);
  }

  /** Names a component; its values follow: {@code .set(Order::quantity).to(…)}. */
  public <V> To<V> set(Fields.Typed<T, V> accessor) {
    return new To<>(Accessors.component(parts.record(), accessor));
  }

  /** A copy in which no component is null, at any depth, unless it was set. */
  public RecordArbitrary<T> withoutNulls() {
    return new RecordArbitrary<>(parts, own, false);
  }

  @Override
  protected Arbitrary<T> arbitrary() {
    List<Arbitrary<Object>> values = new ArrayList<>();
    for (RecordComponentType component : parts.record().components()) {
      Arbitrary<?> value = own.get(component.name());
      values.add(value == null ? ValueArbitraries.of(component, nulls) : value.asGeneric());
    }
    return Combinators.combine(values).as(parts::construct);
  }

  /**
   * The step after {@link #set}.
   *
   * @param <V> the component's type
   */
  public final class To<V> {
    private final RecordComponentType component;

    private To(RecordComponentType component) {
      this.component = component;
    }

    /** The component takes these values, and null only if they include it. */
    public RecordArbitrary<T> to(Arbitrary<? extends V> values) {
      Map<String, Arbitrary<?>> changed = new HashMap<>(own);
      changed.put(component.name(), values);
      return new RecordArbitrary<>(parts, Map.copyOf(changed), nulls);
    }
  }
}
