package dev.sluice.spark;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.CleanStep.Rule;
import dev.sluice.plan.CleanStep.Severity;
import dev.sluice.plan.ColumnType;
import dev.sluice.plan.ColumnType.Enumeration;
import dev.sluice.plan.ColumnType.ListOf;
import dev.sluice.plan.ColumnType.MapOf;
import dev.sluice.plan.ColumnType.Struct;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Clean;
import dev.sluice.plan.RecordComponentType;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * The rules that a record itself makes: a component of primitive type is never NULL, and one of an
 * enum is one of its constants, also inside of records, lists and maps. They are checked by the
 * first clean stage after something foreign, where alone other values can come in.
 */
final class RequiredColumns {

  private static final Fn IS_NOT_NULL =
      Fn.scalar("is not null", Nulls.NEVER, a -> a.get(0).isNotNull());

  private RequiredColumns() {}

  static List<Rule> rules(Clean stage) {
    return foreign(stage.input())
        ? stage.record().components().stream()
            .flatMap(component -> rules(stage, component))
            .toList()
        : List.of();
  }

  private static Stream<Rule> rules(Clean stage, RecordComponentType component) {
    Stream<Rule> inside =
        demands(component.logicalType(), component.name())
            .map(demand -> rule(stage, component, demand.reason(), demand.function()));
    return component.nullable()
        ? inside
        : Stream.concat(
            Stream.of(rule(stage, component, component.name() + " is NULL", IS_NOT_NULL)), inside);
  }

  /** What a value of a type must be, at all depths; a NULL itself keeps all of it. */
  private static Stream<Demand> demands(ColumnType type, String path) {
    if (type instanceof Enumeration enumeration) {
      Object[] names =
          Arrays.stream(enumeration.type().getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .toArray();
      return Stream.of(
          new Demand(
              "%s is not a constant of %s".formatted(path, enumeration.type().getSimpleName()),
              value -> value.isin(names)));
    } else if (type instanceof Struct struct) {
      return struct.recordType().components().stream().flatMap(part -> demands(part, path));
    } else if (type instanceof ListOf list) {
      return demands(list.element(), path + "[]")
          .map(demand -> demand.of(value -> functions.forall(value, demand::isKept)));
    } else if (type instanceof MapOf map) {
      return Stream.concat(
          demands(map.key(), path + "{key}")
              .map(d -> d.of(v -> functions.forall(functions.map_keys(v), d::isKept))),
          demands(map.value(), path + "{value}")
              .map(d -> d.of(v -> functions.forall(functions.map_values(v), d::isKept))));
    }
    return Stream.empty();
  }

  private static Stream<Demand> demands(RecordComponentType part, String outer) {
    String path = outer + "." + part.name();
    Stream<Demand> inside =
        demands(part.logicalType(), path)
            .map(demand -> demand.of(value -> demand.isKept(value.getField(part.column()))));
    return part.nullable()
        ? inside
        : Stream.concat(
            Stream.of(
                new Demand(path + " is NULL", value -> value.getField(part.column()).isNotNull())),
            inside);
  }

  /**
   * Something a value must be unless it is NULL.
   *
   * @param reason what is wrong with a row where it is not
   * @param ofValue whether a value that is not NULL is that
   */
  private record Demand(String reason, UnaryOperator<Column> ofValue) {

    Column isKept(Column value) {
      return value.isNull().or(ofValue.apply(value));
    }

    Demand of(UnaryOperator<Column> outer) {
      return new Demand(reason, outer);
    }

    Fn function() {
      return Fn.scalar("can be in the record", Nulls.NEVER, a -> isKept(a.get(0)));
    }
  }

  private static boolean foreign(PlanNode node) {
    return node instanceof PlanNode.Read
        || node instanceof PlanNode.Transform
        || node instanceof PlanNode.Sql
        || (passesThrough(node) && node.inputs().stream().anyMatch(RequiredColumns::foreign));
  }

  private static boolean passesThrough(PlanNode node) {
    return node instanceof PlanNode.Filter
        || node instanceof PlanNode.Union
        || node instanceof PlanNode.Distinct
        || node instanceof PlanNode.Dedupe
        || node instanceof PlanNode.Sort
        || node instanceof PlanNode.Limit
        || node instanceof PlanNode.Sample
        || node instanceof PlanNode.EventTime
        || node instanceof PlanNode.Broadcast;
  }

  private static Rule rule(Clean stage, RecordComponentType component, String reason, Fn test) {
    CallSite site = stage.site();
    ExprNode condition =
        new ExprNode.Call(test, List.of(new Field(component.name(), 0, site)), site);
    return new Rule(reason, condition, Severity.REJECT, false, site);
  }
}
