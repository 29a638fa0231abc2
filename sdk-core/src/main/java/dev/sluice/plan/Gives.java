package dev.sluice.plan;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What type a function gives, where that follows from the types of its arguments: what tells which
 * record an element of a list is, so that its columns can be found by name.
 */
public enum Gives {

  /** Nothing is known, or the kind of expression says it. */
  UNKNOWN((arguments, inputs) -> Optional.empty()),

  /** The type of the first argument. */
  FIRST((arguments, inputs) -> first(arguments, inputs)),

  /** That of the last argument; a lambda has the type of what it gives. */
  LAST((arguments, inputs) -> last(arguments, inputs)),

  /** An element of the first argument, a list, or a value of it, a map. */
  PART(of(Gives::part)),

  /** A key of the first argument, a map. */
  KEY(of(type -> type instanceof MapOf map ? Optional.of(map.key()) : Optional.empty())),

  /** A list of what the first argument is. */
  LIST_OF_FIRST(of(type -> Optional.of(new ListOf(type)))),

  /** A list of what the last argument is. */
  LIST_OF_LAST((arguments, inputs) -> last(arguments, inputs).map(ListOf::new)),

  /** The keys of the first argument, a map. */
  KEYS((arguments, inputs) -> KEY.type(arguments, inputs).map(ListOf::new)),

  /** The values of the first argument, a map. */
  VALUES((arguments, inputs) -> PART.type(arguments, inputs).map(ListOf::new)),

  /** A map of the first argument's keys, and values as the last argument gives them. */
  MAP_TO_LAST(
      (arguments, inputs) -> KEY.type(arguments, inputs)
          .flatMap(key -> last(arguments, inputs).map(value -> new MapOf(key, value)))),

  /** A map of the first argument's values, and keys as the last argument gives them. */
  MAP_FROM_LAST(
      (arguments, inputs) -> PART.type(arguments, inputs)
          .flatMap(value -> last(arguments, inputs).map(key -> new MapOf(key, value)))),

  /** A map of what is in two lists. */
  MAP_OF_LISTS(
      (arguments, inputs) -> first(arguments, inputs).flatMap(Gives::part)
          .flatMap(
              key -> last(arguments, inputs).flatMap(Gives::part)
                  .map(value -> new MapOf(key, value))));

  private final BiFunction<List<ExprNode>, List<RecordType>, Optional<ColumnType>> rule;

  Gives(BiFunction<List<ExprNode>, List<RecordType>, Optional<ColumnType>> rule) {
    this.rule = rule;
  }

  /**
   * The type of a call.
   *
   * @param arguments its arguments
   * @param inputs the records of the stages that go in
   * @return empty if it is not known
   */
  public Optional<ColumnType> type(List<ExprNode> arguments, List<RecordType> inputs) {
    return arguments.isEmpty() ? Optional.empty() : rule.apply(arguments, inputs);
  }

  private static BiFunction<List<ExprNode>, List<RecordType>, Optional<ColumnType>> of(
      Function<ColumnType, Optional<ColumnType>> rule) {
    return (arguments, inputs) -> first(arguments, inputs).flatMap(rule);
  }

  private static Optional<ColumnType> first(List<ExprNode> arguments, List<RecordType> inputs) {
    return arguments.get(0).type(inputs);
  }

  private static Optional<ColumnType> last(List<ExprNode> arguments, List<RecordType> inputs) {
    return arguments.get(arguments.size() - 1).type(inputs);
  }

  private static Optional<ColumnType> part(ColumnType type) {
    if (type instanceof ListOf list) {
      return Optional.of(list.element());
    }
    return type instanceof MapOf map ? Optional.of(map.value()) : Optional.empty();
  }
}
