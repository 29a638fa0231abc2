package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Frame.Unit;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column expression as data: what the typed expressions of {@code dev.sluice.expr} are made of.
 *
 * <p>A module of the library may add kinds of its own: a record that implements this, and a compiler
 * for it. What it does not say of itself is taken for the worst: that it can be NULL, gives another
 * value each time, and is dear. Two expressions that say and compute the same are equal.
 */
public interface ExprNode {

  /** The expressions directly below this one. */
  List<ExprNode> children();

  /** The same expression over others, as many as it has {@link #children}. */
  ExprNode withChildren(List<ExprNode> children);

  /** How it is written in descriptions and messages, with every constant that it holds. */
  Phrase text();

  /** Where it was written; {@link CallSite#unknown()} of what has no line of its own. */
  default CallSite site() {
    return CallSite.unknown();
  }

  /** Whether it can be NULL in rows of which this is known. */
  default boolean nullable(NullFacts facts) {
    return true;
  }

  /** Whether it gives the same value for the same children, however often it is computed. */
  default boolean deterministic() {
    return false;
  }

  /** Whether computing it takes more than a few instructions a row, its children aside. */
  default boolean costly() {
    return true;
  }

  /**
   * The type of its value, where it is known without the rules of functions.
   *
   * @param inputs the records of the stages that go in
   * @return empty if it is not known
   */
  default Optional<ColumnType> type(List<RecordType> inputs) {
    return Optional.empty();
  }

  /**
   * The same expression, known to give values of this type; itself where its kind says the type.
   */
  default ExprNode giving(ColumnType type) {
    return this;
  }

  /** A kind that the core knows: repeatable, cheap, and NULL only through its children. */
  sealed interface Core extends ExprNode {

    @Override
    default List<ExprNode> children() {
      return List.of();
    }

    @Override
    default ExprNode withChildren(List<ExprNode> children) {
      return this;
    }

    @Override
    default boolean nullable(NullFacts facts) {
      return children().stream().anyMatch(child -> child.nullable(facts));
    }

    @Override
    default boolean deterministic() {
      return true;
    }

    @Override
    default boolean costly() {
      return false;
    }
  }

  /**
   * A column, named by the accessor of a record component.
   *
   * @param accessor the component's name
   * @param input which of a join's stages it belongs to, from 0; always 0 elsewhere
   * @param site where it was written
   */
  record Field(String accessor, int input, CallSite site) implements Core {

    @Override
    public boolean nullable(NullFacts facts) {
      return !facts.isNeverNull(input, accessor);
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return input < inputs.size()
          ? inputs.get(input).component(accessor).map(RecordComponentType::logicalType)
          : Optional.empty();
    }

    @Override
    public Phrase text() {
      return Phrase.of(accessor);
    }
  }

  /** A component of a nested record. */
  record Nested(ExprNode of, String accessor, CallSite site) implements Core {

    @Override
    public List<ExprNode> children() {
      return List.of(of);
    }

    @Override
    public Nested withChildren(List<ExprNode> children) {
      return new Nested(children.get(0), accessor, site);
    }

    @Override
    public boolean nullable(NullFacts facts) {
      return of.nullable(facts)
          || NestedRecords.component(this, facts.records())
              .map(RecordComponentType::nullable)
              .orElse(true);
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return NestedRecords.component(this, inputs).map(RecordComponentType::logicalType);
    }

    @Override
    public Phrase text() {
      return Phrase.of(of, ".", accessor);
    }
  }

  /** A column reference that cannot be read, kept so that all problems are reported together. */
  record Invalid(String problem, CallSite site) implements Core {

    @Override
    public Phrase text() {
      return Phrase.of("?");
    }
  }

  /** A constant; never null. Lists and maps are kept as they are now. */
  record Literal(Object value) implements Core {
    public Literal {
      if (value instanceof List<?> list) {
        value = Collections.unmodifiableList(new ArrayList<>(list));
      } else if (value instanceof Map<?, ?> map) {
        value = Collections.unmodifiableMap(new LinkedHashMap<>(map));
      }
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return value instanceof Record row
          ? Optional.of(new ColumnType.Struct(row.getClass()))
          : Optional.empty();
    }

    @Override
    public Phrase text() {
      return Phrase.of(LiteralText.of(value));
    }

    /** Bytes are equal if they are the same. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Literal literal && Objects.deepEquals(value, literal.value);
    }

    @Override
    public int hashCode() {
      return Arrays.deepHashCode(new Object[]{value});
    }
  }

  /** NULL of a type. */
  record Null(ColumnType type) implements Core {

    @Override
    public boolean nullable(NullFacts facts) {
      return true;
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return Optional.of(type);
    }

    @Override
    public Phrase text() {
      return Phrase.of("cast(NULL as ", TypeText.of(type), ")");
    }
  }

  /**
   * A column that the compiler has made for a part of an expression; users' expressions have none.
   *
   * @param column its name
   * @param known the type of the part, where it is known
   */
  record Computed(String column, Optional<ColumnType> known) implements Core {

    /** A column of which the type is not asked. */
    public Computed(String column) {
      this(column, Optional.empty());
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return known;
    }

    @Override
    public Phrase text() {
      return Phrase.of(column);
    }
  }

  /** A key of the surrounding aggregation. */
  record Key(String accessor, CallSite site) implements Core {

    @Override
    public boolean nullable(NullFacts facts) {
      return !facts.isNeverNull(0, accessor);
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return new Field(accessor, 0, site).type(inputs);
    }

    @Override
    public Phrase text() {
      return Phrase.of(accessor);
    }
  }

  /** A key of the surrounding aggregation that is computed, the same expression as there. */
  record KeyOf(ExprNode of, CallSite site) implements Core {

    @Override
    public List<ExprNode> children() {
      return List.of(of);
    }

    @Override
    public KeyOf withChildren(List<ExprNode> children) {
      return new KeyOf(children.get(0), site);
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return of.type(inputs);
    }

    @Override
    public Phrase text() {
      return Phrase.of(of);
    }
  }

  /** A key in an aggregation with subtotals, in whose rows it is NULL. */
  record Rolled(ExprNode key) implements Core {

    @Override
    public List<ExprNode> children() {
      return List.of(key);
    }

    @Override
    public Rolled withChildren(List<ExprNode> children) {
      return new Rolled(children.get(0));
    }

    @Override
    public boolean nullable(NullFacts facts) {
      return true;
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return key.type(inputs);
    }

    @Override
    public Phrase text() {
      return Phrase.of(key);
    }
  }

  /** The start (inclusive) or the end (exclusive) of the surrounding aggregation's time window. */
  record WindowBound(boolean start, CallSite site) implements Core {

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return Optional.of(ColumnType.Scalar.TIMESTAMP);
    }

    @Override
    public Phrase text() {
      return Phrase.of(start ? "windowStart" : "windowEnd");
    }
  }

  /** A function or operator with its arguments. */
  record Call(
      Fn fn, List<ExprNode> arguments, Optional<ColumnType> result, CallSite site)
      implements Core {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** A call whose type is not known, or follows from its arguments. */
    public Call(Fn fn, List<ExprNode> arguments, CallSite site) {
      this(fn, arguments, Optional.empty(), site);
    }

    @Override
    public Call giving(ColumnType type) {
      return result.equals(Optional.of(type))
          ? this
          : new Call(fn, arguments, Optional.of(type), site);
    }

    /** Whether it is a call of this function. */
    public boolean is(Fn function) {
      return fn.equals(function);
    }

    @Override
    public List<ExprNode> children() {
      return arguments;
    }

    @Override
    public Call withChildren(List<ExprNode> children) {
      return new Call(fn, children, result, site);
    }

    @Override
    public boolean nullable(NullFacts facts) {
      return fn.nulls()
          .nullable(arguments.stream().map(a -> a.nullable(facts)).toList(), facts.grouped());
    }

    @Override
    public boolean deterministic() {
      return fn.deterministic();
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return result.isPresent() ? result : fn.gives().type(arguments, inputs);
    }

    @Override
    public Phrase text() {
      return switch (fn.form()) {
        case FUNCTION -> Phrase.of(fn.symbol(), "(", Phrase.list(arguments), ")");
        case INFIX -> Phrase.of("(", Phrase.joined(" " + fn.symbol() + " ", arguments), ")");
        case POSTFIX -> Phrase.of(arguments.get(0), " ", fn.symbol());
      };
    }
  }

  /**
   * A conversion to a type; {@code strict} conversions fail on what they cannot read, others give
   * NULL.
   */
  record Cast(ExprNode of, ColumnType type, boolean strict, CallSite site) implements Core {

    @Override
    public List<ExprNode> children() {
      return List.of(of);
    }

    @Override
    public Cast withChildren(List<ExprNode> children) {
      return new Cast(children.get(0), type, strict, site);
    }

    @Override
    public boolean nullable(NullFacts facts) {
      return !strict || of.nullable(facts);
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return Optional.of(type);
    }

    @Override
    public Phrase text() {
      return Phrase.of(strict ? "cast(" : "try_cast(", of, " as ", TypeText.of(type), ")");
    }
  }

  /** A nested record made of one expression for each component. */
  record Struct(Class<?> record, List<ExprNode> values, CallSite site) implements Core {
    public Struct {
      values = List.copyOf(values);
    }

    private Stream<Part> ownParts() {
      RecordType type = RecordType.of(record);
      return IntStream.range(0, Math.min(values.size(), type.components().size()))
          .mapToObj(i -> new Part(type, type.components().get(i), values.get(i)));
    }

    @Override
    public List<ExprNode> children() {
      return values;
    }

    @Override
    public Struct withChildren(List<ExprNode> children) {
      return new Struct(record, children, site);
    }

    /** A record of NULLs is none itself. */
    @Override
    public boolean nullable(NullFacts facts) {
      return false;
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return Optional.of(new ColumnType.Struct(record));
    }

    @Override
    public Phrase text() {
      return Phrase.of(record.getSimpleName(), "(", Phrase.list(values), ")");
    }
  }

  /** A nested record in which some components have other values; NULL where the record is. */
  record Changed(ExprNode of, List<Output> values, CallSite site) implements Core {
    public Changed {
      values = List.copyOf(values);
    }

    private Stream<Part> changedParts(List<RecordType> inputs) {
      return NestedRecords.of(of, inputs).stream()
          .flatMap(
              record -> values.stream()
                  .flatMap(
                      value -> record.component(value.component()).stream()
                          .map(component -> new Part(record, component, value.value()))));
    }

    @Override
    public List<ExprNode> children() {
      return Stream.concat(Stream.of(of), values.stream().map(Output::value)).toList();
    }

    @Override
    public Changed withChildren(List<ExprNode> children) {
      return new Changed(
          children.get(0),
          IntStream.range(0, values.size())
              .mapToObj(i -> new Output(values.get(i).component(), children.get(i + 1)))
              .toList(),
          site);
    }

    @Override
    public boolean nullable(NullFacts facts) {
      return of.nullable(facts);
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return of.type(inputs);
    }

    @Override
    public Phrase text() {
      return Phrase.of(
          of,
          " with (",
          Phrase.list(
              values.stream().map(v -> Phrase.of(v.component(), " = ", v.value())).toList()),
          ")");
    }
  }

  /**
   * A value that a lambda is given, or that an exploded list or map gives to each row. It has a name
   * and is no column of a stage.
   *
   * @param name how it is written
   * @param role what it is of the expression that it comes from
   * @param bound where it has its value from
   * @param of the list or map, or the first value of a reduction
   */
  record Variable(String name, Role role, Bound bound, ExprNode of) implements Core {

    /** What a variable is of the list or map it comes from. */
    public enum Role {
      /** An element of a list. */
      ELEMENT,
      /** Where the element stands, from 0. */
      POSITION,
      /** The key of an entry of a map. */
      KEY,
      /** The value of an entry of a map. */
      VALUE,
      /** The name of a column whose values come out as rows. */
      NAME,
      /** What a reduction has made so far. */
      RESULT
    }

    /** Where a variable has its value from. */
    public enum Bound {
      /** The lambda that it is a parameter of. */
      LAMBDA,
      /** The row, one for each element. */
      ROW,
      /** The row, which may be one without an element. */
      ROW_OR_NONE
    }

    /** The column that has its value, if it is of a row. */
    public String column() {
      return "__" + name;
    }

    @Override
    public boolean nullable(NullFacts facts) {
      return switch (role) {
        case RESULT -> of.nullable(facts);
        case ELEMENT -> bound != Bound.ROW;
        case VALUE -> true;
        case NAME -> false;
        case POSITION, KEY -> bound == Bound.ROW_OR_NONE;
      };
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return switch (role) {
        case RESULT -> of.type(inputs);
        case ELEMENT, VALUE -> Gives.PART.type(List.of(of), inputs);
        case POSITION -> Optional.of(ColumnType.Scalar.INT);
        case KEY -> Gives.KEY.type(List.of(of), inputs);
        case NAME -> Optional.of(ColumnType.Scalar.STRING);
      };
    }

    @Override
    public Phrase text() {
      return Phrase.of(name);
    }
  }

  /** A function of elements, as an argument of a function on lists or maps. */
  record Lambda(List<Variable> parameters, ExprNode body) implements Core {
    public Lambda {
      parameters = List.copyOf(parameters);
    }

    @Override
    public List<ExprNode> children() {
      return List.of(body);
    }

    @Override
    public Lambda withChildren(List<ExprNode> children) {
      return new Lambda(parameters, children.get(0));
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return body.type(inputs);
    }

    @Override
    public Phrase text() {
      return parameters.size() == 1
          ? Phrase.of(parameters.get(0), " -> ", body)
          : Phrase.of("(", Phrase.list(parameters), ") -> ", body);
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
      implements Core {

    @Override
    public List<ExprNode> children() {
      return List.of(argument);
    }

    @Override
    public Udf withChildren(List<ExprNode> children) {
      return new Udf(
          name, function, input, output, returnsNull, deterministic, children.get(0), site);
    }

    @Override
    public boolean nullable(NullFacts facts) {
      return returnsNull || argument.nullable(facts);
    }

    @Override
    public boolean costly() {
      return true;
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return Optional.of(ColumnType.of(output));
    }

    @Override
    public Phrase text() {
      return Phrase.of(name, "(", argument, ")");
    }
  }

  /** An aggregate or ranking function over an analytic window. */
  record Over(
      ExprNode function,
      List<ExprNode> partitionBy,
      List<SortKey> orderBy,
      Frame frame,
      CallSite site)
      implements Core {
    public Over {
      partitionBy = List.copyOf(partitionBy);
      orderBy = List.copyOf(orderBy);
    }

    @Override
    public List<ExprNode> children() {
      return Stream.of(
          Stream.of(function), partitionBy.stream(), orderBy.stream().map(SortKey::expr))
          .flatMap(s -> s)
          .toList();
    }

    @Override
    public Over withChildren(List<ExprNode> children) {
      int keys = 1 + partitionBy.size();
      return new Over(
          children.get(0),
          children.subList(1, keys),
          IntStream.range(0, orderBy.size())
              .mapToObj(i -> orderBy.get(i).of(children.get(keys + i)))
              .toList(),
          frame,
          site);
    }

    @Override
    public boolean nullable(NullFacts facts) {
      return frame.canBeEmpty() || function.nullable(facts.ofGroup());
    }

    @Override
    public boolean costly() {
      return true;
    }

    @Override
    public Optional<ColumnType> type(List<RecordType> inputs) {
      return function.type(inputs);
    }

    @Override
    public Over giving(ColumnType type) {
      return new Over(function.giving(type), partitionBy, orderBy, frame, site);
    }

    @Override
    public Phrase text() {
      List<Phrase> parts = new ArrayList<>();
      if (!partitionBy.isEmpty()) {
        parts.add(Phrase.of("partition by ", Phrase.list(partitionBy)));
      }
      if (!orderBy.isEmpty()) {
        parts.add(
            Phrase.of("order by ", Phrase.list(orderBy.stream().map(SortKey::phrase).toList())));
      }
      if (frame.unit() != Unit.DEFAULT) {
        parts.add(Phrase.of(frame.text()));
      }
      return Phrase.of(function, " over (", Phrase.joined(" ", parts), ")");
    }
  }

  /**
   * The rows around the current one that an analytic window looks at.
   *
   * @param unit rows, a range of the ordering value or time, or the default of the function
   * @param from offset of the first row, in microseconds for a range of time; {@link
   *     Long#MIN_VALUE} for the partition's first
   * @param to offset of the last row; {@link Long#MAX_VALUE} for the partition's last
   */
  record Frame(Unit unit, long from, long to) {
    /** What offsets count. */
    public enum Unit {
      DEFAULT,
      ROWS,
      RANGE,
      TIME
    }

    /** The whole partition, or with an order everything up to the current row, as SQL has it. */
    public static final Frame DEFAULT = new Frame(Unit.DEFAULT, 0, 0);

    /** Whether there can be no row in it, the current one not being in it. */
    boolean canBeEmpty() {
      return unit != Unit.DEFAULT && (from > 0 || to < 0);
    }

    /** As SQL has it: {@code rows between 2 preceding and current row}. */
    String text() {
      return "%s between %s and %s"
          .formatted(unit == Unit.ROWS ? "rows" : "range", bound(from), bound(to));
    }

    /** Its offsets as they were given: {@code from 2 to 1}. */
    public String ends() {
      return unit == Unit.TIME
          ? "from %s to %s".formatted(
              Duration.of(from, ChronoUnit.MICROS), Duration.of(to, ChronoUnit.MICROS))
          : "from %d to %d".formatted(from, to);
    }

    private String bound(long offset) {
      if (offset == 0) {
        return "current row";
      }
      boolean unbounded = offset == Long.MIN_VALUE || offset == Long.MAX_VALUE;
      return (unbounded ? "unbounded" : distance(Math.abs(offset)))
          + (offset < 0 ? " preceding" : " following");
    }

    private String distance(long offset) {
      return unit == Unit.TIME
          ? Duration.of(offset, ChronoUnit.MICROS).toString()
          : String.valueOf(offset);
    }
  }

  /** This expression and all below it, outermost first; without recursion, however deep it is. */
  default Stream<ExprNode> tree() {
    List<ExprNode> all = new ArrayList<>();
    Deque<ExprNode> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      ExprNode node = open.pop();
      all.add(node);
      List<ExprNode> children = node.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
    return all.stream();
  }

  /**
   * The components of all nested records that are made in this expression.
   *
   * @param inputs the records of the stages that go in
   */
  default Stream<Part> parts(List<RecordType> inputs) {
    return tree()
        .flatMap(
            node -> node instanceof Struct struct
                ? struct.ownParts()
                : node instanceof Changed changed
                    ? changed.changedParts(inputs)
                    : Stream.empty());
  }

  /** The lines on which its parts were written. */
  default Stream<CallSite> sites() {
    return tree().map(ExprNode::site).filter(site -> !site.equals(CallSite.unknown()));
  }

  /** The line of the outermost part that knows its own; constants know none. */
  default Optional<CallSite> writtenAt() {
    return sites().findFirst();
  }
}
