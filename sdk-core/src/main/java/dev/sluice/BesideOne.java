package dev.sluice;

import dev.sluice.expr.Assignment;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Handles;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.plan.verb.Select;
import dev.sluice.plan.verb.WithOne;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of a stage, each beside the only row of another, before it is said what is made of them.
 *
 * <pre>{@code
 * sales.withOne(total)
 *     .select((s, t) -> row(Share::new).of(
 *         s.col(Sale::shop), s.col(Sale::amount).dividedBy(t.col(Total::amount))))
 * }</pre>
 *
 * @param <T> the record of the rows
 * @param <R> the record of the one row
 */
public final class BesideOne<T extends Record, R extends Record> {

  private final Stage<T> rows;
  private final Stage<R> one;
  private final CallSite site;

  private BesideOne(Stage<T> rows, Stage<R> one, CallSite site) {
    this.rows = rows;
    this.one = one;
    this.site = site;
  }

  static <T extends Record, R extends Record> BesideOne<T, R> of(Stage<T> rows, Stage<R> one) {
    rows.pipeline().requireSame(one);
    return new BesideOne<>(rows, one, CallSite.here());
  }

  /**
   * The rows for which the condition is true; the one row does not come out. Where there is none,
   * its columns are NULL, so that mostly no row comes out.
   */
  public Stage<T> filter(
      Handles.Of2<Joined2<T, R>, T, R, BoolExpr<Joined2<T, R>>> condition) {
    return stage(
        rows.type(),
        Optional.of(condition.of(Side.of(0), Side.of(1))),
        List.of());
  }

  /** A row of a record for each row. */
  public <S extends Record> Stage<S> select(
      Handles.Of2<Joined2<T, R>, T, R, Projection<Joined2<T, R>, S>> row) {
    Projection<Joined2<T, R>, S> made = row.of(Side.of(0), Side.of(1));
    return stage(made.record(), Optional.empty(), Outputs.of(made));
  }

  /**
   * A row of a record for each row, by name: a component carries over from the one of the two that
   * has it under its name and with its type; what both have, or none, must be set.
   *
   * @param record the target, of any width
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final <S extends Record> Stage<S> enrich(
      Class<S> record,
      Handles.Of2<Joined2<T, R>, T, R, Assignment<Joined2<T, R>, S>>... assignments) {
    Side<Joined2<T, R>, T> left = Side.of(0);
    Side<Joined2<T, R>, R> right = Side.of(1);
    List<Assignment<Joined2<T, R>, S>> sets =
        Stream.of(assignments).map(set -> set.of(left, right)).toList();
    return stage(
        record,
        Optional.empty(),
        Outputs.byName(List.of(rows.node(), one.node()), List.of(0, 1), record, sets));
  }

  private <S extends Record> Stage<S> stage(
      Class<?> record, Optional<BoolExpr<Joined2<T, R>>> condition, List<Output> outputs) {
    Origin origin = new Origin("withOne " + record.getSimpleName(), record, site);
    WithOne verb = new WithOne(isCertain(one.node()), condition.map(BoolExpr::node), outputs);
    return new Stage<>(
        rows.pipeline(), new PlanNode(origin, verb, List.of(rows.node(), one.node())));
  }

  /** One row over all rows is there also if they are none. */
  private static boolean isCertain(PlanNode stage) {
    PlanNode made = stage;
    while (made.is(Select.class)) {
      made = made.input();
    }
    return made.verb(Aggregate.class)
        .filter(all -> all.keys().isEmpty() && all.window().isEmpty() && all.having().isEmpty())
        .isPresent();
  }
}
