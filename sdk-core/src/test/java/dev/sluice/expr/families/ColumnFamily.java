package dev.sluice.expr.families;

import java.util.List;

/** {@code col} over rows, over a side of a join or within a nested record, and {@code key}. */
final class ColumnFamily {

  private ColumnFamily() {}

  static List<JavaSource> sources() {
    return List.of(columns(), keys(), columnFunctions(), keyFunctions());
  }

  private static JavaSource columns() {
    JavaSource source =
        new JavaSource(
            "Columns",
            """
            /**
             * Gives the columns of a record {@code T} as expressions of scope {@code S}: the handle of one side
             * of a join is one, and so is a nested record.
             *
             * <pre>{@code
             * orders.join(products).on(Order::productId).equalTo(Product::productId)
             *     .select((o, p) -> row(Line::new).of(o.col(Order::orderId), p.col(Product::price)));
             * }</pre>
             *
             * @param <S> the scope of the expressions
             * @param <T> the record whose columns they are
             */
            @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
            public interface Columns<S, T>""")
            .with(
                """
                /**
                 * The expression tree of the column that an accessor names. Called by {@code col}; users have no
                 * need of it.
                 */
                @Internal
                ExprNode node(Serializable accessor);
                """);
    source.with(
        """
        /**
         * An accessor of another record is no column here, and the compiler refuses whatever is done with
         * it: "void" in its message, at a column, means that. Without this method the message would list
         * all the others.
         */
        default <X> void col(Fields.Named<X> accessor) {
          throw new IllegalArgumentException("a column of another record");
        }
        """);
    for (ColumnKind kind : ColumnKind.ALL) {
      for (ColumnKind.Accessor accessor : kind.accessors()) {
        source.with(
            "The column of this accessor.",
            column(
                kind,
                "default " + kind.parameters() + kind.over("S") + " col",
                accessor,
                "node(accessor)"));
      }
    }
    return source;
  }

  private static JavaSource keys() {
    JavaSource source =
        new JavaSource(
            "Keys",
            """
            /**
             * Gives the keys of groups of a record {@code T}: the handle of a group is one.
             *
             * @param <T> the record of the rows in a group
             */
            @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
            public interface Keys<T>""")
            .with(
                """
                /** As {@code col} of another record: the compiler refuses whatever is done with it, in a line. */
                default <X> void key(Fields.Named<X> accessor) {
                  throw new IllegalArgumentException("a key of another record");
                }
                """);
    ColumnKind.ALL.forEach(kind -> withKey(source, "default ", kind, kind.parameters()));
    return source;
  }

  /** Keys of a type: of its columns, and of what is computed. */
  private static void withKey(
      JavaSource source, String modifiers, ColumnKind kind, String parameters) {
    String declared = modifiers + parameters + kind.over("Group<T>") + " key";
    for (ColumnKind.Accessor accessor : kind.accessors()) {
      source.with(
          "The value of this key, one of those given to {@code groupBy}.",
          column(kind, declared, accessor, "FieldReader.key(accessor)"));
    }
    source.with(
        "The value of this key, the same expression as one of those given to {@code groupBy}.",
        JavaSource.method(
            declared,
            kind.over("T") + " expression",
            "return new " + kind.expression() + "<>(FieldReader.key(expression));"));
  }

  private static JavaSource columnFunctions() {
    JavaSource source =
        new JavaSource(
            "ColumnFunctions",
            """
            /** Columns of the rows of a stage: {@code col(Order::price)}. Part of {@code Dsl}. */
            @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
            public abstract class ColumnFunctions""")
            .with("ColumnFunctions() {}");
    for (ColumnKind kind : ColumnKind.ALL) {
      for (ColumnKind.Accessor accessor : kind.accessors()) {
        source.with(
            "The column of this accessor.",
            column(
                kind,
                "public static " + kind.parameters("T") + kind.over("T") + " col",
                accessor,
                "FieldReader.field(accessor)"));
      }
    }
    return source;
  }

  private static JavaSource keyFunctions() {
    JavaSource source =
        new JavaSource(
            "KeyFunctions",
            """
            /** Keys in an aggregation: {@code key(Line::orderDate)}. Part of {@code Dsl}. */
            @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
            public abstract class KeyFunctions extends ColumnFunctions""")
            .with("KeyFunctions() {}");
    ColumnKind.ALL.forEach(
        kind -> withKey(source, "public static ", kind, kind.parameters("T")));
    return source;
  }

  private static String column(
      ColumnKind kind, String declared, ColumnKind.Accessor accessor, String node) {
    String parameter = "Fields." + accessor.field() + kind.arguments("T") + " accessor";
    return JavaSource.method(
        declared, parameter, "return new " + kind.expression() + "<>(" + node + ");");
  }
}
