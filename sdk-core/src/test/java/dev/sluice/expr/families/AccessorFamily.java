package dev.sluice.expr.families;

import java.util.List;

/** The functional interfaces of accessors. */
final class AccessorFamily {

  private AccessorFamily() {}

  static List<JavaSource> sources() {
    return List.of(fields());
  }

  private static JavaSource fields() {
    JavaSource source =
        new JavaSource(
            "Fields",
            """
            /**
             * The types a record component's accessor can have, one functional interface each, so that a bare
             * method reference such as {@code Order::price} chooses the right kind of expression by itself.
             *
             * <p>Users write method references and never name these interfaces. Only an exact reference to an
             * accessor is understood: a lambda has no name, and an accessor with overloads is ambiguous to the
             * compiler.
             */
            public final class Fields""")
            .with("private Fields() {}")
            .with(
                """
                /**
                 * Any accessor of {@code T}: for places that need a column's name and not its type, such as
                 * {@code groupBy} and {@code dedupe}.
                 */
                """
                    + accessor("Named<T>", "Object"))
            .with(
                """
                /**
                 * Any accessor of {@code T} with the type of its values, primitives as their boxes: for two
                 * columns, or a column and a value, that must agree.
                 */
                """
                    + accessor("Typed<T, V>", "V"))
            .with(
                """
                /** Any accessor of {@code T} that returns a number, of whichever type. */
                """
                    + accessor("Numeric<T>", "Number"));
    for (ColumnKind kind : ColumnKind.ALL) {
      for (ColumnKind.Accessor accessor : kind.accessors()) {
        source.with(
            "An accessor that returns {@code " + described(kind, accessor) + "}.",
            accessor(accessor.field() + kind.parameters("T").strip(), accessor.type()));
      }
    }
    return source;
  }

  private static String accessor(String declared, String type) {
    return """
        @FunctionalInterface
        public interface %s extends Serializable {
          /** The component's value. */
          %s get(T row);
        }"""
        .formatted(declared, type);
  }

  /** A type that is a variable says its bound. */
  private static String described(ColumnKind kind, ColumnKind.Accessor accessor) {
    return kind.variables().stream()
        .filter(variable -> variable.startsWith(accessor.type() + " "))
        .findFirst()
        .orElse(accessor.type());
  }
}
