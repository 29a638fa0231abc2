package dev.sluice.spark.bridge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;

/**
 * What the metrics of one executed plan say.
 *
 * @param scans what was read, in plan order: what feeds an operator stands before it
 * @param operators the rows of each filter, join and aggregate, in plan order
 * @param written what a write of files wrote; empty if the plan writes none or did not finish
 * @param rowsOut the rows the whole plan gave out; empty if no metric tells
 * @param observed the values of {@code Dataset.observe}, by name, those inside cached datasets too;
 *     without those that may not have seen all rows
 * @param metricOwners the operator's name for each id of a metric
 */
public record PlanFigures(
    List<ScanFigures> scans,
    List<OperatorFigures> operators,
    Optional<WriteFigures> written,
    OptionalLong rowsOut,
    Map<String, Row> observed,
    Map<Long, String> metricOwners) {

  public static final PlanFigures NONE =
      new PlanFigures(
          List.of(), List.of(), Optional.empty(), OptionalLong.empty(), Map.of(), Map.of());
}
