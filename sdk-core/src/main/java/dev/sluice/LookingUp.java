package dev.sluice;

import dev.sluice.connect.LookupStore;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Lookup;
import dev.sluice.plan.verb.LookupBatches;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A lookup whose key is said: how the store is asked, and {@code select}.
 *
 * <p>Within a batch each key is asked once, and its answer serves all rows that have it; nothing is
 * kept for the next batch.
 *
 * <pre>{@code
 * orders.lookup(users).on(Order::userId)
 *     .select((o, u) -> row(Named::new).of(
 *         o.col(Order::orderId), u.col(User::name).orElse("unknown")));
 * }</pre>
 *
 * @param <L> the record of the rows
 * @param <R> the record that the store gives
 */
public final class LookingUp<L extends Record, R extends Record> {

  private final Stage<L> rows;
  private final Lookup lookup;
  private final CallSite site;

  private LookingUp(Stage<L> rows, Lookup lookup, CallSite site) {
    this.rows = rows;
    this.lookup = lookup;
    this.site = site;
  }

  static <L extends Record, R extends Record> LookingUp<L, R> of(
      Stage<L> rows, LookupStore<?, R> store, ExprNode key, CallSite site) {
    return new LookingUp<>(
        rows, new Lookup(store, key, false, LookupBatches.DEFAULT, List.of()), site);
  }

  /**
   * Leaves out rows for whose key the store has nothing. Without it they stay, and all columns of
   * the store's row are NULL, as in a left join.
   */
  public LookingUp<L, R> onlyFound() {
    return with(lookup.batches(), true);
  }

  /**
   * How many rows of a partition are looked up together; 500 unless set.
   *
   * @param rows at least 1
   */
  public LookingUp<L, R> batchSize(int rows) {
    LookupBatches batches = lookup.batches();
    return with(
        new LookupBatches(rows, batches.inFlight(), batches.timeout()), lookup.onlyFound());
  }

  /**
   * How many batches of a partition are asked at the same time, where the store answers later; 2
   * unless set. As many tasks as run at once ask by themselves.
   *
   * @param batches at least 1
   */
  public LookingUp<L, R> batchesInFlight(int batches) {
    LookupBatches asked = lookup.batches();
    return with(new LookupBatches(asked.rows(), batches, asked.timeout()), lookup.onlyFound());
  }

  /**
   * How long the answer to a batch may take before the run fails; 30 seconds unless set. Opening
   * the store may take as long.
   *
   * @param timeout positive
   */
  public LookingUp<L, R> timeout(Duration timeout) {
    LookupBatches batches = lookup.batches();
    return with(new LookupBatches(batches.rows(), batches.inFlight(), timeout), lookup.onlyFound());
  }

  private LookingUp<L, R> with(LookupBatches batches, boolean onlyFound) {
    return new LookingUp<>(
        rows, new Lookup(lookup.store(), lookup.key(), onlyFound, batches, List.of()), site);
  }

  /** A row of a record for each row and what was found for it. */
  public <T extends Record> Stage<T> select(
      BiFunction<Side<Joined2<L, R>, L>, Side<Joined2<L, R>, R>,
          Projection<Joined2<L, R>, T>> row) {
    Projection<Joined2<L, R>, T> target = row.apply(Side.of(0), Side.of(1));
    Lookup verb =
        new Lookup(
            lookup.store(),
            lookup.key(),
            lookup.onlyFound(),
            lookup.batches(),
            Outputs.of(target));
    Origin origin = new Origin("lookup " + target.record().getSimpleName(), target.record(), site);
    return new Stage<>(rows.pipeline(), new PlanNode(origin, verb, rows.node()));
  }
}
