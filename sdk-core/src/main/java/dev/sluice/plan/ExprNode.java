package dev.sluice.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column expression as data: what the typed expressions of {@code dev.sluice.expr} are made of.
 */
public sealed interface ExprNode {

  /**
   * A column, named by the accessor of a record component.
   *
   * @param accessor the component's name
   * @param input which of a join's stages it belongs to, from 0; always 0 elsewhere
   * @param site where it was written
   */
  record Field(String accessor, int input, CallSite site) implements ExprNode {}

  /** A component of a nested record. */
  record Nested(ExprNode of, String accessor, CallSite site) implements ExprNode {}

  /** A column reference that cannot be read, kept so that all problems are reported together. */
  record Invalid(String problem, CallSite site) implements ExprNode {}

  /** A constant; never null. */
  record Literal(Object value) implements ExprNode {}

  /** NULL of a type. */
  record Null(ColumnType type) implements ExprNode {}

  /**
   * A column that the compiler has made for a part of an expression; users' expressions have none.
   */
  record Computed(String column) implements ExprNode {}

  /** A key of the surrounding aggregation. */
  record Key(String accessor, CallSite site) implements ExprNode {}

  /** The start (inclusive) or the end (exclusive) of the surrounding aggregation's time window. */
  record WindowBound(boolean start, CallSite site) implements ExprNode {}

  /** A function or operator with its arguments. */
  record Call(Fn fn, List<ExprNode> arguments, CallSite site) implements ExprNode {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A conversion to a type; {@code strict} conversions fail on what they cannot read, others give
   * NULL.
   */
  record Cast(ExprNode of, ColumnType type, boolean strict, CallSite site) implements ExprNode {}

  /** A nested record made of one expression for each component. */
  record Struct(Class<?> record, List<ExprNode> values, CallSite site) implements ExprNode {
    public Struct {
      values = List.copyOf(values);
    }

    private Stream<Part> ownParts() {
      RecordType type = RecordType.of(record);
      return IntStream.range(0, Math.min(values.size(), type.components().size()))
          .mapToObj(i -> new Part(type, type.components().get(i), values.get(i)));
    }
  }

  /** A component of a nested record that is made, and its value. */
  record Part(RecordType record, RecordComponentType component, ExprNode value) {}

  /** A user's function over one argument. */
  record Udf(
      String name,
      Function<?, ?> function,
      Class<?> input,
      Class<?> output,
      boolean returnsNull,
      boolean deterministic,
      ExprNode argument,
      CallSite site)
      implements ExprNode {}

  /** An aggregate or ranking function over an analytic window. */
  record Over(
      ExprNode function,
      List<ExprNode> partitionBy,
      List<SortKey> orderBy,
      Frame frame,
      CallSite site)
      implements ExprNode {
    public Over {
      partitionBy = List.copyOf(partitionBy);
      orderBy = List.copyOf(orderBy);
    }
  }

  /**
   * The rows around the current one that an analytic window looks at.
   *
   * @param unit rows, a range of the ordering value, or the default of the function
   * @param from offset of the first row; {@link Long#MIN_VALUE} for the partition's first
   * @param to offset of the last row; {@link Long#MAX_VALUE} for the partition's last
   */
  record Frame(Unit unit, long from, long to) {
    /** What offsets count. */
    public enum Unit {
      DEFAULT,
      ROWS,
      RANGE
    }

    /** The whole partition, or with an order everything up to the current row, as SQL has it. */
    public static final Frame DEFAULT = new Frame(Unit.DEFAULT, 0, 0);
  }

  /** The expressions directly below this one. */
  default Stream<ExprNode> children() {
    if (this instanceof Nested nested) {
      return Stream.of(nested.of());
    } else if (this instanceof Call call) {
      return call.arguments().stream();
    } else if (this instanceof Cast cast) {
      return Stream.of(cast.of());
    } else if (this instanceof Struct struct) {
      return struct.values().stream();
    } else if (this instanceof Udf udf) {
      return Stream.of(udf.argument());
    } else if (this instanceof Over over) {
      return Stream.of(
          Stream.of(over.function()),
          over.partitionBy().stream(),
          over.orderBy().stream().map(SortKey::expr))
          .flatMap(s -> s);
    }
    return Stream.empty();
  }

  /** This expression and all below it, outermost first; without recursion, however deep it is. */
  default Stream<ExprNode> tree() {
    List<ExprNode> all = new ArrayList<>();
    Deque<ExprNode> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      ExprNode node = open.pop();
      all.add(node);
      List<ExprNode> children = node.children().toList();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
    return all.stream();
  }

  /** The components of all nested records that are made in this expression. */
  default Stream<Part> parts() {
    return tree().filter(Struct.class::isInstance).flatMap(struct -> ((Struct) struct).ownParts());
  }

  /** The lines on which its parts were written. */
  default Stream<CallSite> sites() {
    return tree().flatMap(node -> node.site().stream());
  }

  /** The line of the outermost part that knows its own; constants know none. */
  default Optional<CallSite> writtenAt() {
    return sites().findFirst();
  }

  private Optional<CallSite> site() {
    if (this instanceof Field field) {
      return Optional.of(field.site());
    } else if (this instanceof Call call) {
      return Optional.of(call.site());
    } else if (this instanceof Cast cast) {
      return Optional.of(cast.site());
    } else if (this instanceof Key key) {
      return Optional.of(key.site());
    } else if (this instanceof Nested nested) {
      return Optional.of(nested.site());
    } else if (this instanceof Over over) {
      return Optional.of(over.site());
    } else if (this instanceof Udf udf) {
      return Optional.of(udf.site());
    }
    return Optional.empty();
  }
}
