package dev.sluice.spark.compile;

import dev.sluice.plan.PlanNode;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.compile.RequiredColumns.Demand;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.FailingRow;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataType$;
import org.apache.spark.sql.types.StructField;

/**
 * The rows of a stage as a sink gets them: where something foreign came in and no clean stage
 * rejected what cannot be the record, the first such row fails the run.
 *
 * <p>The rows are looked at here and not where they are read: there every filter would have to be
 * kept from the files, and a row would count that nobody gets.
 */
public final class DeliveredRows {

  private DeliveredRows() {}

  /** The rows, which fail at the first one that cannot be the record of the stage. */
  public static Dataset<Row> of(PlanNode stage, Dataset<Row> rows) {
    List<PlanNode> foreign = RequiredColumns.foreign(stage);
    List<Demanded> open = foreign.isEmpty() ? List.of() : open(stage, rows);
    return open.stream()
        .map(Demanded::isKept)
        .reduce(Column::and)
        .map(kept -> FailingRow.unless(kept, message(stage, foreign, open), rows))
        .orElse(rows);
  }

  /** What Spark does not know by the types already. */
  private static List<Demanded> open(PlanNode stage, Dataset<Row> rows) {
    List<Demanded> open = new ArrayList<>();
    for (RecordComponentType component : stage.record().components()) {
      StructField field =
          Arrays.stream(rows.schema().fields())
              .filter(f -> f.name().equals(component.column()))
              .findFirst()
              .orElseThrow();
      Column value = Columns.named(component);
      RequiredColumns.demands(component)
          .filter(demand -> !isKnown(demand, component, field))
          .map(demand -> new Demanded(demand.reason(), demand.isKept().apply(value)))
          .forEach(open::add);
    }
    return open;
  }

  private static boolean isKnown(Demand demand, RecordComponentType component, StructField field) {
    DataType expected = RecordSchemas.of(component.logicalType());
    return demand.ofNull()
        && (component.nullable() || !field.nullable())
        && DataType$.MODULE$.equalsIgnoreCompatibleNullability(field.dataType(), expected);
  }

  private static Column message(PlanNode stage, List<PlanNode> foreign, List<Demanded> open) {
    Column[] reasons =
        open.stream()
            .map(d -> functions.when(functions.not(d.isKept()), functions.lit(d.reason())))
            .toArray(Column[]::new);
    String where =
        foreign.stream()
            .map(f -> "'%s' (%s)".formatted(f.name(), f.site()))
            .collect(Collectors.joining(" or "));
    return functions.concat(
        functions.coalesce(reasons),
        functions.lit(
            " in a row of stage '%s', which %s cannot hold; it came in with %s: put .clean(…) behind that stage, and such rows are rejected with their reason"
                .formatted(stage.name(), stage.record().simpleName(), where)));
  }

  private record Demanded(String reason, Column isKept) {}
}
