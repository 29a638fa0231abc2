package dev.sluice.streaming.query;

import dev.sluice.plan.PlanNode;
import dev.sluice.spark.rows.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of several stages in one query, since Spark hands one dataset to an epoch: a single stage
 * as it is, several one below the other, each with its rows in a column of its own.
 *
 * @param stages the stages
 * @param schemas the columns of each
 */
record EpochRows(List<PlanNode> stages, List<StructType> schemas) {

  private static final String STAGE = "__stage";
  private static final String ROW = "__row";

  /** One dataset of all. */
  static Dataset<Row> together(List<Dataset<Row>> rows) {
    if (rows.size() == 1) {
      return rows.get(0);
    }
    return IntStream.range(0, rows.size())
        .mapToObj(stage -> side(stage, rows))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  private static Dataset<Row> side(int stage, List<Dataset<Row>> rows) {
    List<Column> columns = new ArrayList<>();
    columns.add(functions.lit(stage).as(STAGE));
    for (int i = 0; i < rows.size(); i++) {
      StructType schema = rows.get(i).schema();
      Column value =
          i == stage ? functions.struct(columns(schema)) : functions.lit(null).cast(schema);
      columns.add(value.as(ROW + i));
    }
    return rows.get(stage).select(columns.toArray(Column[]::new));
  }

  private static Column[] columns(StructType schema) {
    return Arrays.stream(schema.fieldNames()).map(Columns::named).toArray(Column[]::new);
  }

  /** The rows of each stage in an epoch. */
  Map<PlanNode, Dataset<Row>> apart(Dataset<Row> epoch) {
    Map<PlanNode, Dataset<Row>> rows = new LinkedHashMap<>();
    for (int i = 0; i < stages.size(); i++) {
      rows.put(stages.get(i), isAlone() ? epoch : of(i, epoch));
    }
    return rows;
  }

  boolean isAlone() {
    return stages.size() == 1;
  }

  private Dataset<Row> of(int stage, Dataset<Row> epoch) {
    Column row = functions.col(ROW + stage);
    return epoch
        .filter(functions.col(STAGE).equalTo(stage))
        .select(
            Arrays.stream(schemas.get(stage).fieldNames())
                .map(field -> row.getField(field).as(field))
                .toArray(Column[]::new));
  }
}
