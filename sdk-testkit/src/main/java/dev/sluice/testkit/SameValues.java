package dev.sluice.testkit;

import dev.sluice.connect.Source;
import dev.sluice.io.memory.InMemory;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.Operators;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Broadcast;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Join.Leg;
import dev.sluice.plan.verb.Read;
import dev.sluice.record.RecordComponentType;
import java.util.List;
import java.util.Optional;

/**
 * Stages made of another one: its rows that have the values of given records, or all but those. The
 * rows keep their order and their partitions. NULL is the same as NULL here.
 */
final class SameValues {

  private SameValues() {}

  /** The rows of a stage that have, in these components, the values of one of these records. */
  static PlanNode of(PlanNode stage, List<RecordComponentType> components, List<Record> rows) {
    return join(stage, JoinKind.SEMI, components, rows);
  }

  /** The rows of a stage that are none of these records. */
  static PlanNode others(PlanNode stage, List<Record> rows) {
    return join(stage, JoinKind.ANTI, stage.record().components(), rows);
  }

  /** Records as a stage that has the name of another one. */
  static PlanNode stage(PlanNode like, List<Record> rows) {
    return new PlanNode(
        like.origin().anew(), new Read(source(like.origin().record(), rows)));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the rows of a stage are of its record
  private static Source<?> source(Class<?> type, List<Record> rows) {
    return InMemory.rows((Class) type, rows);
  }

  private static PlanNode join(
      PlanNode stage, JoinKind kind, List<RecordComponentType> components, List<Record> rows) {
    ExprNode same =
        components.stream()
            .map(component -> same(stage, component))
            .reduce((a, b) -> new Call(Operators.AND, List.of(a, b), stage.site()))
            .orElseThrow();
    Origin origin = stage.origin();
    // small, and on this side of the join the other rows stay where they are
    PlanNode wanted = new PlanNode(origin.anew(), new Broadcast(), stage(stage, rows));
    return new PlanNode(
        origin.anew(),
        new Join(
            List.of(Leg.first(stage.site()), new Leg(kind, Optional.of(same), stage.site())),
            List.of()),
        stage,
        wanted);
  }

  private static ExprNode same(PlanNode stage, RecordComponentType component) {
    return new Call(
        Operators.SAME,
        List.of(comparable(stage, component, 0), comparable(stage, component, 1)),
        stage.site());
  }

  private static ExprNode comparable(PlanNode stage, RecordComponentType component, int input) {
    return new ComparableValue(
        new Field(component.name(), input, stage.site()), component.logicalType());
  }
}
