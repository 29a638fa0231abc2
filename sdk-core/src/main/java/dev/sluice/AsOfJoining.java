package dev.sluice;

import dev.sluice.expr.Assignment;
import dev.sluice.expr.Handles;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * An as-of join whose match is said: what is made of the rows follows.
 *
 * @param <L> the record of the rows
 * @param <R> the record of the others
 */
public final class AsOfJoining<L extends Record, R extends Record> {

  private final AsOfParts parts;

  AsOfJoining(AsOfParts parts) {
    this.parts = parts;
  }

  /**
   * A row that is earlier by more than this is no match; one that is earlier by just as much is.
   *
   * @param tolerance in elapsed time, for columns of times
   */
  public AsOfJoining<L, R> within(Duration tolerance) {
    return new AsOfJoining<>(parts.within(tolerance));
  }

  /** A row of a record for each row and the latest other one. */
  public <T extends Record> Stage<T> select(
      Handles.Of2<Joined2<L, R>, L, R, Projection<Joined2<L, R>, T>> row) {
    Projection<Joined2<L, R>, T> made = row.of(Side.of(0), Side.of(1));
    return parts.select(made.record(), Outputs.of(made));
  }

  /**
   * A row of a record for each row and the latest other one, by name: a component carries over from
   * the one of the two that has it under its name and with its type; what both have, or none, must be
   * set.
   *
   * @param record the target, of any width
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final <T extends Record> Stage<T> enrich(
      Class<T> record,
      Handles.Of2<Joined2<L, R>, L, R, Assignment<Joined2<L, R>, T>>... assignments) {
    Side<Joined2<L, R>, L> left = Side.of(0);
    Side<Joined2<L, R>, R> right = Side.of(1);
    List<Assignment<Joined2<L, R>, T>> sets =
        Stream.of(assignments).map(set -> set.of(left, right)).toList();
    return parts.enrich(record, sets);
  }
}
