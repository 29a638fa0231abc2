package dev.sluice.streaming.state;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.compile.VerbInputs;
import dev.sluice.spark.rows.Columns;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Of each key the row with the largest value of a column.
 *
 * @param keys the columns of the key
 * @param sequence that column
 */
@Internal
public record LatestRow(List<ExprNode> keys, ExprNode sequence) implements Verb {

  private static final String ROW = "__row";

  /** Copies the list. */
  public LatestRow {
    keys = List.copyOf(keys);
  }

  @Override
  public String name() {
    return "latest";
  }

  @Override
  public String detail() {
    return " by %s, last by %s"
        .formatted(
            keys.stream().map(ExprText::of).collect(Collectors.joining(", ")),
            ExprText.of(sequence));
  }

  @Override
  public List<Placed> expressions() {
    return Stream.concat(Place.KEY.of(keys), Stream.of(Place.ORDER.of(sequence))).toList();
  }

  @Override
  public Traits traits() {
    return Traits.passing();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return keys.isEmpty()
        ? List
            .of(stage.problem("the latest row is that of a key: per(…) needs at least one column"))
        : List.of();
  }

  /** Spark's aggregate: a stream keeps the row itself, and updates it. */
  public static Dataset<Row> compile(LatestRow verb, VerbInputs in) {
    Column sequence = in.column(verb.sequence());
    Column[] keys = verb.keys().stream().map(in::column).toArray(Column[]::new);
    List<RecordComponentType> components = in.stage().record().components();
    Column row = functions.struct(components.stream().map(Columns::named).toArray(Column[]::new));
    Column[] out =
        components.stream()
            .map(
                component -> functions.col(ROW).getField(component.column()).as(component.column()))
            .toArray(Column[]::new);
    return in.rows()
        .filter(sequence.isNotNull())
        .groupBy(keys)
        .agg(functions.max_by(row, sequence).as(ROW))
        .select(out);
  }
}
