package dev.sluice;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Joined;
import dev.sluice.expr.Side;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Join.Leg;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * A semi or anti join whose match is said: more keys or conditions, or {@code select()} for the
 * left rows.
 *
 * @param <L> the left record
 * @param <R> the right record
 */
public final class SemiJoining<L extends Record, R extends Record> {

  private final JoinLegs legs;

  SemiJoining(JoinLegs legs) {
    this.legs = legs;
  }

  /** One more left key. */
  public <K> EqualTo<R, K, SemiJoining<L, R>> and(Fields.Typed<L, K> accessor) {
    return new EqualTo<>(
        FieldReader.field(accessor), legs.last(), c -> new SemiJoining<>(legs.and(c)));
  }

  /** One more condition for a match. */
  public SemiJoining<L, R> where(
      BiFunction<Side<Joined<L, R>, L>, Side<Joined<L, R>, R>, BoolExpr<Joined<L, R>>> condition) {
    return new SemiJoining<>(legs.and(condition.apply(legs.left(), legs.right()).node()));
  }

  /** The left rows. */
  public Stage<L> select() {
    Leg right = legs.legs().get(1);
    JoinKind kind = right.kind();
    Class<?> record = legs.stages().get(0).origin().record();
    String name = kind.name().toLowerCase(Locale.ROOT) + " join " + record.getSimpleName();
    return new Stage<>(
        legs.pipeline(),
        legs.node(new Origin(name, record, right.site()), List.of()));
  }
}
