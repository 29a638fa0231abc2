package dev.sluice.spark.compile;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.CleanStep.Fix;
import dev.sluice.plan.CleanStep.Rule;
import dev.sluice.plan.CleanStep.Severity;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.NullFacts;
import dev.sluice.plan.Phrase;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.RowFlow;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Enumeration;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.RecordComponentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * What a record itself demands of a row: a component of primitive type is never NULL, and one of an
 * enum is one of its constants, also inside of records, lists and maps. The compiler of expressions
 * keeps to it, so only something foreign can break it: a source, a user's function, a query. The
 * first clean stage after that rejects what does; where there is none, a sink lets none of it out.
 */
final class RequiredColumns {

  private RequiredColumns() {}

  /** The rules that a clean stage begins with. */
  static List<Rule> rules(PlanNode stage) {
    return judges(stage) && !foreign(stage.input()).isEmpty()
        ? stage.record().components().stream()
            .flatMap(component -> demands(component).map(demand -> rule(stage, component, demand)))
            .toList()
        : List.of();
  }

  /**
   * Whether a clean stage looks for what cannot be the record. One of fixes alone does so only
   * behind what is foreign: rows that are counted are no longer filtered by the scan.
   */
  private static boolean judges(PlanNode stage) {
    return stage.verb(Clean.class)
        .filter(clean -> !onlyFixes(clean) || behindForeign(stage))
        .isPresent();
  }

  private static boolean onlyFixes(Clean clean) {
    return clean.steps().stream().allMatch(Fix.class::isInstance);
  }

  private static boolean behindForeign(PlanNode stage) {
    return reached(stage.input(), RequiredColumns::passesThrough).findAny().isPresent();
  }

  /**
   * The stages whose rows may be anything and come here without a clean stage that rejects them.
   */
  static List<PlanNode> foreign(PlanNode stage) {
    return reached(
        stage,
        node -> !node.is(Rejects.class) && !judges(node))
        .toList();
  }

  /** The foreign stages that are reached through stages of a kind, each once. */
  private static Stream<PlanNode> reached(PlanNode stage, Predicate<PlanNode> through) {
    Set<PlanNode> seen = new HashSet<>();
    List<PlanNode> found = new ArrayList<>();
    List<PlanNode> open = new ArrayList<>(List.of(stage));
    while (!open.isEmpty()) {
      PlanNode next = open.remove(open.size() - 1);
      if (!seen.add(next)) {
        continue;
      }
      if (isForeign(next)) {
        found.add(next);
      } else if (through.test(next)) {
        open.addAll(next.inputs());
      }
    }
    return found.stream();
  }

  private static boolean isForeign(PlanNode stage) {
    RowFlow flow = stage.verb().traits().flow();
    return flow == RowFlow.READS || flow == RowFlow.UNKNOWN && !stage.is(Rejects.class);
  }

  /** A clean stage of fixes changes rows, and looks for itself. */
  private static boolean passesThrough(PlanNode node) {
    return node.verb().traits().flow() == RowFlow.PASSES && !node.is(Clean.class)
        && !node.is(Join.class);
  }

  /** What the column of a component must be. */
  static Stream<Demand> demands(RecordComponentType component) {
    Stream<Demand> inside = demands(component.logicalType(), component.name());
    return component.nullable()
        ? inside
        : Stream.concat(
            Stream.of(new Demand(component.name() + " is NULL", true, Column::isNotNull)), inside);
  }

  /** What a value of a type must be, at all depths; a NULL itself keeps all of it. */
  private static Stream<Demand> demands(ColumnType type, String path) {
    if (type instanceof Enumeration enumeration) {
      Object[] names =
          Arrays.stream(enumeration.type().getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .toArray();
      return Stream.of(
          unlessNull(
              "%s is not a constant of %s".formatted(path, enumeration.type().getSimpleName()),
              false,
              value -> value.isin(names)));
    } else if (type instanceof Struct struct) {
      return struct.recordType().components().stream().flatMap(part -> demands(part, path));
    } else if (type instanceof ListOf list) {
      return demands(list.element(), path + "[]")
          .map(d -> unlessNull(d, v -> functions.forall(v, d.isKept()::apply)));
    } else if (type instanceof MapOf map) {
      return Stream.concat(
          demands(map.key(), path + "{key}")
              .map(
                  d -> unlessNull(
                      d, v -> functions.forall(functions.map_keys(v), d.isKept()::apply))),
          demands(map.value(), path + "{value}")
              .map(
                  d -> unlessNull(
                      d, v -> functions.forall(functions.map_values(v), d.isKept()::apply))));
    }
    return Stream.empty();
  }

  private static Stream<Demand> demands(RecordComponentType part, String outer) {
    String path = outer + "." + part.name();
    Stream<Demand> inside =
        demands(part.logicalType(), path)
            .map(d -> unlessNull(d, v -> d.isKept().apply(v.getField(part.column()))));
    return part.nullable()
        ? inside
        : Stream.concat(
            Stream.of(
                unlessNull(path + " is NULL", true, v -> v.getField(part.column()).isNotNull())),
            inside);
  }

  private static Demand unlessNull(String reason, boolean ofNull, UnaryOperator<Column> isKept) {
    return new Demand(reason, ofNull, value -> value.isNull().or(isKept.apply(value)));
  }

  /** The same of what a value is in. */
  private static Demand unlessNull(Demand inside, UnaryOperator<Column> isKept) {
    return unlessNull(inside.reason(), inside.ofNull(), isKept);
  }

  /**
   * Something a value must be.
   *
   * @param reason what is wrong with a row where it is not
   * @param ofNull whether it is only that there is a value
   * @param isKept whether a value is that; never NULL
   */
  record Demand(String reason, boolean ofNull, UnaryOperator<Column> isKept) {}

  private static Rule rule(PlanNode stage, RecordComponentType component, Demand demand) {
    CallSite site = stage.site();
    ExprNode condition = new Kept(new Field(component.name(), 0, site), demand);
    return new Rule(demand.reason(), condition, Severity.REJECT, false, site);
  }

  /** Whether a column is what its component demands. */
  record Kept(ExprNode value, Demand demand) implements ExprNode {

    @Override
    public List<ExprNode> children() {
      return List.of(value);
    }

    @Override
    public Kept withChildren(List<ExprNode> children) {
      return new Kept(children.get(0), demand);
    }

    @Override
    public Phrase text() {
      return Phrase.of("not (", demand.reason(), ")");
    }

    @Override
    public CallSite site() {
      return value.site();
    }

    @Override
    public boolean nullable(NullFacts facts) {
      return false;
    }

    @Override
    public boolean deterministic() {
      return true;
    }

    @Override
    public boolean costly() {
      return false;
    }

    Column column(Column compiled) {
      return demand.isKept().apply(compiled);
    }
  }
}
