package dev.sluice.ml.mllib;

import dev.sluice.PipelineException;
import dev.sluice.plan.PlanNode;
import dev.sluice.record.RecordType;
import dev.sluice.spark.compile.VerbCompiler;
import dev.sluice.spark.compile.VerbInputs;
import dev.sluice.spark.rows.Columns;
import java.util.Set;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gives rows to a transformer, and takes from it what the record has. */
final class MllibCompiler implements VerbCompiler<Mllib> {

  @Override
  public Dataset<Row> compile(Mllib verb, VerbInputs inputs) {
    PlanNode stage = inputs.stage();
    RecordType record = stage.input().record();
    InputColumns input = new InputColumns(record, Set.copyOf(record.componentNames()));
    Dataset<Row> rows = inputs.rows();
    for (String list : SchemaWalk.of(verb.transformer(), input).vectors()) {
      rows = rows.withColumn(list, functions.array_to_vector(Columns.named(list)));
    }
    return inputs.conform(OutputColumns.withLists(transformed(verb, stage, rows), stage.record()));
  }

  private static Dataset<Row> transformed(Mllib verb, PlanNode stage, Dataset<Row> rows) {
    try {
      return verb.transformer().transform(rows);
    } catch (Exception failure) { // Scala declares none of what it throws
      String what =
          rows.isStreaming() && failure instanceof AnalysisException
              ? "one of %s looks at rows before it transforms them, which a stream that is still being grouped or joined cannot show: put this stage behind what groups or joins, or, for vectors, give their sizes by a VectorSizeHint"
                  .formatted(verb.called())
              : "the transformer failed: " + failure.getMessage();
      throw new PipelineException(stage.name(), stage.problem(what), failure);
    }
  }
}
