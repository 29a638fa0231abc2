package dev.sluice.spark.metrics;

import dev.sluice.spark.bridge.OperatorFigures;
import dev.sluice.spark.bridge.ScanFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/**
 * What Spark's own metrics say of one run, or of what has happened of it so far.
 *
 * @param sinks the figures of each sink that was started, by name, in the order of their start
 * @param observed the values of {@code Dataset.observe}, by name: those of the last execution that
 *     succeeded and has read all the rows. They are never added up over executions, because an
 *     observation that several executions contain is the same rows seen again. The last, because an
 *     earlier one may have read from a cache what another's task, not yet ended, had counted.
 * @param doubts why figures may be too small or too large, a sentence for each reason; empty if
 *     they are exact
 */
public record RunFigures(Map<String, SinkFigures> sinks, Map<String, Row> observed,
    List<String> doubts) {

  boolean exact() {
    return doubts.isEmpty();
  }

  public Optional<SinkFigures> sink(String name) {
    return Optional.ofNullable(sinks.get(name));
  }

  /** The scans of all sinks; one inside a cached dataset is there once, with its final figures. */
  public List<ScanFigures> scans() {
    return once(SinkFigures::scans, ScanFigures::id, (a, b) -> a.rows() >= b.rows() ? a : b);
  }

  /** The operators of all sinks in plan order; one inside a cached dataset is there once. */
  List<OperatorFigures> operators() {
    return once(
        SinkFigures::operators, OperatorFigures::id, (a, b) -> a.rows() >= b.rows() ? a : b);
  }

  private <F> List<F> once(
      Function<SinkFigures, List<F>> figures, Function<F, Long> id, BinaryOperator<F> later) {
    Map<Long, F> byId = new LinkedHashMap<>();
    for (SinkFigures sink : sinks.values()) {
      figures.apply(sink).forEach(figure -> byId.merge(id.apply(figure), figure, later));
    }
    return new ArrayList<>(byId.values());
  }
}
