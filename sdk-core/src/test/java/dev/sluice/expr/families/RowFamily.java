package dev.sluice.expr.families;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code row(Line::new).of(…)} for records of each number of components. */
final class RowFamily {

  /** The components of the widest record that is made by its constructor. */
  private static final int WIDEST = 22;

  private RowFamily() {}

  static List<JavaSource> sources() {
    return List.of(rows(), rowFunctions());
  }

  private static JavaSource rows() {
    JavaSource source =
        new JavaSource(
            "Rows",
            """
            /**
             * Rows of a record by its constructor: {@code row(Line::new).of(…)} takes exactly one expression
             * for each component, in order and of its type. The constructor is never called: it only names the
             * record.
             *
             * <p>These are the steps between {@code row} and {@code of}; users never name them. Records with
             * more than %d components are made by name, with {@code enrich}.
             */
            public final class Rows"""
                .formatted(WIDEST))
            .setByHand()
            .with("private Rows() {}");
    IntStream.rangeClosed(1, WIDEST)
        .forEach(arity -> source.with(constructor(arity)).with(row(arity)));
    return source;
  }

  private static String constructor(int arity) {
    return """
        /** A constructor of %2$s. */
        @FunctionalInterface
        public interface Constructor%1$d<%3$s, R> extends Serializable {
          /** Stands for the constructor; never called. */
          R create(%4$s);
        }
        """
        .formatted(arity, components(arity), listed(arity, "T%1$d"), listed(arity, "T%1$d t%1$d"));
  }

  private static String row(int arity) {
    return """
        /** A row of %2$s. */
        public static final class Row%1$d<%3$s, R> {
          private final Serializable constructor;

          Row%1$d(Serializable constructor) {
            this.constructor = constructor;
          }

          /** The row with these values. */
          public <S> Projection<S, R> of(%4$s) {
            return Projection.of(constructor, List.of(%5$s));
          }
        }
        """
        .formatted(
            arity,
            components(arity),
            listed(arity, "T%1$d"),
            listed(arity, "Expr<S, T%1$d> t%1$d"),
            listed(arity, "t%1$d"));
  }

  private static JavaSource rowFunctions() {
    JavaSource source =
        new JavaSource(
            "RowFunctions",
            """
            /** Target records by constructor reference: {@code row(Line::new).of(…)}. Part of {@code Dsl}. */
            @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
            public abstract class RowFunctions extends SketchFunctions""")
            .setByHand()
            .with("RowFunctions() {}");
    IntStream.rangeClosed(1, WIDEST)
        .forEach(
            arity -> source.with(
                "A row of this record, of " + components(arity) + ".", function(arity)));
    return source;
  }

  private static String function(int arity) {
    String types = listed(arity, "T%1$d");
    String generic = "public static <" + types + ", R extends Record>";
    String result = "Rows.Row%d<%s, R> row".formatted(arity, types);
    String parameter = "Rows.Constructor%d<%s, R> constructor".formatted(arity, types);
    String body = "return new Rows.Row%d<>(constructor);".formatted(arity);
    boolean oneLine = (generic + result).length() < 90;
    return oneLine
        ? JavaSource.method(generic + " " + result, parameter, body)
        : """
            %s
                %s(
                    %s) {
              %s
            }"""
            .formatted(generic, result, parameter, body);
  }

  private static String components(int arity) {
    return arity == 1 ? "1 component" : arity + " components";
  }

  private static String listed(int arity, String each) {
    return IntStream.rangeClosed(1, arity)
        .mapToObj(each::formatted)
        .collect(Collectors.joining(", "));
  }
}
