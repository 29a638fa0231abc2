package dev.sluice.ml.spark;

import dev.sluice.ml.bridge.ScoreCall;
import dev.sluice.plan.Output;
import dev.sluice.spark.compile.VerbCompiler;
import dev.sluice.spark.compile.VerbInputs;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Scores rows, and counts them as they pass where somebody wants to know. */
final class ScoreCompiler implements VerbCompiler<Score> {

  private static final String SCORED = "__scored";
  private static final String COUNTS = "__counts";

  @Override
  public Dataset<Row> compile(Score verb, VerbInputs inputs) {
    Column[] outputs = inputs.columns(verb.outputs());
    if (!inputs.areCounted() || verb.counts().isEmpty()) {
      return inputs.rows().select(outputs);
    }
    List<Column> read = verb.columns().stream().map(inputs::column).toList();
    Dataset<Row> scored =
        inputs
            .rows()
            .withColumn(
                SCORED, ScoreCall.counted(verb.scorer(), verb.counting(), verb.read(), read));
    Column cells = functions.col(SCORED);
    for (int i = 0; i < outputs.length; i++) {
      Output output = verb.outputs().get(i);
      if (output.value() instanceof ScoreNode score) {
        outputs[i] =
            ScoreCall.cell(cells, verb.scorer(), score.cell())
                .as(inputs.stage().record().components().get(i).column());
      }
    }
    Column[] counted = Arrays.copyOf(outputs, outputs.length + 1);
    counted[outputs.length] = ScoreCall.counts(cells).as(COUNTS);
    // The rows that are counted have their scores side by side: counting wants them in memory, and a struct is slow to write.
    return inputs
        .counted(
            scored.select(counted), ScoreCall.sums(functions.col(COUNTS), verb.counting()))
        .drop(COUNTS);
  }
}
