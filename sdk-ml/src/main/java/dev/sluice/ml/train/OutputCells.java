package dev.sluice.ml.train;

import dev.sluice.expr.Projection;
import dev.sluice.ml.model.Cell;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a model's output.
 *
 * @param cells in the order of the record's components
 * @param problems what is wrong with them
 */
record OutputCells(List<Cell> cells, List<String> problems) {

  static OutputCells of(Projection<?, ?> row) {
    List<Cell> cells = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (ExprNode value : row.values()) {
      if (value instanceof CellNode score) {
        cells.add(score.cell());
      } else if (value instanceof ExprNode.Field field) {
        cells.add(new Cell.Carried(field.accessor()));
      } else if (value instanceof ExprNode.Invalid invalid) {
        problems.add("%s: %s".formatted(row.site().frame(), invalid.problem()));
      } else {
        problems.add(
            "%s: a model's output takes o.in(…) and scores as they are, not %s: compute in a stage behind it"
                .formatted(row.site().frame(), ExprText.of(value)));
      }
    }
    return new OutputCells(cells, problems);
  }
}
