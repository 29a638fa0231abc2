package dev.sluice.streaming.state;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.PlanNode;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.StatefulProcessor;
import org.apache.spark.sql.streaming.TimeMode;

/** For the testkit: the function of one stage, as Spark is given it. */
@Internal
public final class KeyedUnit {

  private final PlanNode stage;
  private final KeyedRows verb;
  private final List<Integer> keys = new ArrayList<>();

  private KeyedUnit(PlanNode stage, KeyedRows verb) {
    this.stage = stage;
    this.verb = verb;
    RecordType record = stage.input().record();
    for (ExprNode key : verb.keys()) {
      if (!(key instanceof ExprNode.Field field) || !verb.reads().isEmpty()) {
        throw new IllegalArgumentException(
            "stage '%s' has keys or orders that Spark has to compute: test it in a pipeline, or its function by keys that are columns"
                .formatted(stage.name()));
      }
      keys.add(record.componentNames().indexOf(field.accessor()));
    }
  }

  /**
   * The function of a stage.
   *
   * @throws IllegalArgumentException if it has none, or one whose keys are no columns
   */
  public static KeyedUnit of(PlanNode stage) {
    return new KeyedUnit(
        stage,
        stage.verb(KeyedRows.class)
            .orElseThrow(
                () -> new IllegalArgumentException(
                    "stage '%s' is not made by Stateful".formatted(stage.name()))));
  }

  /** What Spark runs. */
  public StatefulProcessor<Row, Row, Row> processor() {
    return processor(verb.body());
  }

  private <K, T, S, R> StatefulProcessor<Row, Row, Row> processor(KeyedBody<K, T, S, R> body) {
    var rows = RecordSchemas.of(stage.input().record());
    return new KeyedProcessor<>(KeyedCompiler.task(body, verb, stage, rows), rows);
  }

  /** Which time it goes by. */
  public TimeMode mode() {
    return verb.basis().mode();
  }

  /** When a row happened, in milliseconds; of no use without event time. */
  public long millis(Row row) {
    int time = KeyedCompiler.timePosition(verb, stage);
    return Moments.millisFrom(new RowOrder(time).at(row));
  }

  /** The key of a row. */
  public Row key(Row row) {
    return RowFactory.create(keys.stream().map(row::get).toArray());
  }
}
