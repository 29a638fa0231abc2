package dev.sluice.expr.families;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type that a column can have: a row of the table, of which every family of overloads by type is
 * made.
 *
 * @param name of its accessors in {@code Fields}, behind Primitive and Boxed where there are both
 * @param type in Java, without its package; boxed where there are both
 * @param primitive the primitive type, if there are both
 * @param expression the class of its expressions
 * @param variables the type variables of the type, with their bounds
 * @param ordered whether it has a smallest and a largest value
 * @param numeric whether its expressions are numbers, {@code NumExpr}
 * @param sum the class of its sum's expression
 * @param mean the class of its mean's expression
 */
record ColumnKind(
    String name,
    String type,
    Optional<String> primitive,
    String expression,
    List<String> variables,
    boolean ordered,
    boolean numeric,
    Optional<String> sum,
    Optional<String> mean) {

  /** One row for each type. Columns are divided by bars; type variables by semicolons. */
  private static final String TABLE =
      """
      name        | Java type               | primitive | expression    | variables         | is             | sum          | mean
      Boolean     | Boolean                 | boolean   | BoolExpr      |                   | ordered        |              |
      Byte        | Byte                    | byte      | ByteExpr      |                   | ordered number | LongExpr     | DoubleExpr
      Short       | Short                   | short     | ShortExpr     |                   | ordered number | LongExpr     | DoubleExpr
      Int         | Integer                 | int       | IntExpr       |                   | ordered number | LongExpr     | DoubleExpr
      Long        | Long                    | long      | LongExpr      |                   | ordered number | LongExpr     | DoubleExpr
      Float       | Float                   | float     | FloatExpr     |                   | ordered number | DoubleExpr   | DoubleExpr
      Double      | Double                  | double    | DoubleExpr    |                   | ordered number | DoubleExpr   | DoubleExpr
      Decimal     | java.math.BigDecimal    |           | DecimalExpr   |                   | ordered number | DecimalExpr  | DecimalExpr
      Text        | String                  |           | StrExpr       |                   | ordered        |              |
      Date        | java.time.LocalDate     |           | DateExpr      |                   | ordered        |              |
      Timestamp   | java.time.Instant       |           | TimestampExpr |                   | ordered        |              |
      DateTime    | java.time.LocalDateTime |           | DateTimeExpr  |                   | ordered        |              |
      Interval    | java.time.Duration      |           | DurationExpr  |                   | ordered        | DurationExpr | DurationExpr
      Binary      | byte[]                  |           | BinaryExpr    |                   |                |              |
      Enumeration | E                       |           | EnumExpr      | E extends Enum<E> |                |              |
      Items       | java.util.List<E>       |           | ListExpr      | E                 |                |              |
      Entries     | java.util.Map<K, V>     |           | MapExpr       | K; V              |                |              |
      Nested      | R                       |           | RecordExpr    | R extends Record  |                |              |
      """;

  private static final Pattern PACKAGE = Pattern.compile("([a-z]+\\.)+");

  /** All types, in the order of the table. */
  static final List<ColumnKind> ALL = TABLE.lines().skip(1).map(ColumnKind::row).toList();

  /**
   * An accessor of this type.
   *
   * @param field the functional interface in {@code Fields}
   * @param type what it returns
   */
  record Accessor(String field, String type) {}

  /** The classes of the types that need an import. */
  static Stream<String> imports() {
    return TABLE.lines()
        .map(line -> cells(line).get(1).replaceAll("<.*", ""))
        .filter(type -> PACKAGE.matcher(type).lookingAt());
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static ColumnKind row(String line) {
    List<String> cells = cells(line);
    List<String> is = List.of(cells.get(5).split(" "));
    return new ColumnKind(
        cells.get(0),
        PACKAGE.matcher(cells.get(1)).replaceAll(""),
        filled(cells.get(2)),
        cells.get(3),
        Arrays.stream(cells.get(4).split("; ?")).filter(variable -> !variable.isEmpty()).toList(),
        is.contains("ordered"),
        is.contains("number"),
        filled(cells.get(6)),
        filled(cells.get(7)));
  }

  private static Optional<String> filled(String cell) {
    return Optional.of(cell).filter(text -> !text.isEmpty());
  }

  /** One for each type that a component of this kind can be declared with. */
  List<Accessor> accessors() {
    return primitive
        .map(p -> List.of(new Accessor("Primitive" + name, p), new Accessor("Boxed" + name, type)))
        .orElseGet(() -> List.of(new Accessor(name, type)));
  }

  /** The type of a constant. */
  String constant() {
    return primitive.orElse(type);
  }

  /** An expression over a scope, {@code EnumExpr<Group<T>, E>}. */
  String over(String scope) {
    return expression + arguments(scope);
  }

  /** The type arguments that begin with this one, {@code <T, E>}. */
  String arguments(String first) {
    return Stream.concat(Stream.of(first), variables.stream().map(v -> v.split(" ")[0]))
        .collect(Collectors.joining(", ", "<", ">"));
  }

  /** The type parameters of a method, {@code <T, E extends Enum<E>>} and a space, or nothing. */
  String parameters(String... first) {
    List<String> all = Stream.concat(Stream.of(first), variables.stream()).toList();
    return all.isEmpty() ? "" : "<" + String.join(", ", all) + "> ";
  }
}
