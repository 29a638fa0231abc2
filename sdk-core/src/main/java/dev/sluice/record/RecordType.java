package dev.sluice.record;

import dev.sluice.text.ClosestName;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record class as the description of rows: its components in order, the columns they stand for,
 * and what is wrong with it. Read once from the class and then kept as long as the class; no Spark
 * session is needed.
 *
 * <pre>{@code
 * RecordType orders = RecordType.of(Order.class);
 * orders.columns();                        // [order_id, quantity]
 * orders.component("orderId").get().logicalType();   // LONG
 * orders.suggestion("quantitiy");          // Optional[quantity]
 * }</pre>
 */
public final class RecordType {

  private static final ClassValue<RecordType> CACHE =
      new ClassValue<>() {
        @Override
        protected RecordType computeValue(Class<?> type) {
          return new RecordType(type);
        }
      };

  private final Class<?> type;
  private final List<RecordComponentType> components;

  /** Found when asked for: a record that contains itself asks for itself. */
  private volatile List<String> problems;

  private RecordType(Class<?> type) {
    this.type = type;
    ColumnNaming naming = type.getAnnotation(ColumnNaming.class);
    NamingStrategy strategy = naming == null ? NamingStrategy.AS_IS : naming.value();
    List<RecordComponentType> found = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      found.add(componentType(component, strategy));
    }
    this.components = List.copyOf(found);
  }

  private static RecordComponentType componentType(RecordComponent c, NamingStrategy strategy) {
    ColumnName own = c.getAnnotation(ColumnName.class);
    String column = own == null ? strategy.columnName(c.getName()) : own.value();
    return new RecordComponentType(
        c.getName(),
        column,
        c.getGenericType(),
        c.getType(),
        ColumnTypeOfJava.read(c.getAnnotatedType()));
  }

  /**
   * The description of a record class. It does not complain about components that cannot be
   * columns: ask {@link #problems()} or call {@link #requireValid()}.
   *
   * @param type a record class
   * @return its description, the same object for each call
   * @throws IllegalArgumentException if the class is not a record
   */
  public static RecordType of(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(
          "%s is not a record. The rows of a stage are described by a Java record: record %s(…) {}"
              .formatted(type.getTypeName(), type.getSimpleName()));
    }
    return CACHE.get(type);
  }

  /**
   * The record class.
   *
   * @return the class
   */
  public Class<?> type() {
    return type;
  }

  /**
   * The record's name without its package, as messages have it.
   *
   * @return the simple name of the class
   */
  public String simpleName() {
    return type.getSimpleName();
  }

  /**
   * The components in the order of the canonical constructor.
   *
   * @return an unmodifiable list
   */
  public List<RecordComponentType> components() {
    return components;
  }

  /**
   * The component of a Java name.
   *
   * @param accessor the accessor's name, {@code orderId} for {@code Order::orderId}
   * @return the component, or nothing if the record has none of that name
   */
  public Optional<RecordComponentType> component(String accessor) {
    return components.stream().filter(c -> c.name().equals(accessor)).findFirst();
  }

  /**
   * The Java names of the components, in order.
   *
   * @return an unmodifiable list
   */
  public List<String> componentNames() {
    return components.stream().map(RecordComponentType::name).toList();
  }

  /**
   * The names of the columns, in the order of the components.
   *
   * @return an unmodifiable list
   */
  public List<String> columns() {
    return components.stream().map(RecordComponentType::column).toList();
  }

  /**
   * The component somebody probably meant by a name the record does not have. Column names are
   * understood as well: both {@code order_idd} and {@code orderIdd} find {@code orderId}.
   *
   * @param wrongName the name that was not found
   * @return the Java name of the nearest component, or nothing if none is near
   */
  public Optional<String> suggestion(String wrongName) {
    return ClosestName.to(wrongName, componentNames())
        .or(
            () -> ClosestName.to(wrongName, columns())
                .map(column -> components.get(columns().indexOf(column)).name()));
  }

  /**
   * What keeps this record from describing rows: components of unsupported types, also deep in
   * nested records, columns of one name, overloaded accessors, and the like. Each is one sentence
   * that names the component ({@code Order.items[].price}) and says what to write instead.
   *
   * @return every problem, or an empty list
   */
  public List<String> problems() {
    List<String> known = problems;
    if (known == null) {
      known = new RecordProblems(this).list();
      problems = known;
    }
    return known;
  }

  /**
   * Refuses a record that has problems.
   *
   * @return this description
   * @throws IllegalArgumentException listing every problem, if there is one
   */
  public RecordType requireValid() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      List<String> lines = new ArrayList<>();
      lines.add("record %s cannot describe rows:".formatted(type.getTypeName()));
      problems.forEach(problem -> lines.add("  - " + problem));
      throw new IllegalArgumentException(String.join("\n", lines));
    }
    return this;
  }

  /** The class and its columns, for debugging. */
  @Override
  public String toString() {
    return simpleName() + columns();
  }
}
