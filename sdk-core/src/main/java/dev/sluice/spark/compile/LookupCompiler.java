package dev.sluice.spark.compile;

import dev.sluice.PipelineException;
import dev.sluice.connect.LookupStore;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Lookup;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.EncoderBridge;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordSchemas;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Asks a store in each partition. The columns that are needed go through as one column, what was
 * found is another; under the aliases of a join's sides, so that the expressions find theirs.
 */
final class LookupCompiler implements VerbCompiler<Lookup> {

  @Override
  public Dataset<Row> compile(Lookup lookup, VerbInputs in) {
    requireSerializable(lookup.store(), in.stage());
    Dataset<Row> found = found(lookup, lookup.store(), in);
    Dataset<Row> kept =
        lookup.onlyFound()
            ? found.filter(functions.col(ExprCompiler.alias(1)).isNotNull())
            : found;
    ExprCompiler compiler = ExprCompiler.overJoined(in.stage().records());
    Column[] columns = StageCompiler.outputs(lookup.outputs(), in.stage().record(), compiler);
    return kept.select(in.rows().isStreaming() ? marked(columns, lookup, in) : columns);
  }

  /**
   * Spark marks a column of event time in its metadata, which do not come through code. What comes
   * out as it went in gets them again.
   */
  private static Column[] marked(Column[] columns, Lookup lookup, VerbInputs in) {
    List<RecordComponentType> components = in.stage().record().components();
    StructType before = in.rows().schema();
    Column[] marked = columns.clone();
    for (Output output : lookup.outputs()) {
      if (output.value() instanceof Field field && field.input() == 0) {
        RecordComponentType to = in.stage().record().component(output.component()).orElseThrow();
        String from =
            in.stage().input().record().component(field.accessor()).orElseThrow().column();
        int at = components.indexOf(to);
        marked[at] = columns[at].as(to.column(), before.apply(from).metadata());
      }
    }
    return marked;
  }

  private static <K, T extends Record> Dataset<Row> found(
      Lookup lookup, LookupStore<K, T> store, VerbInputs in) {
    List<Column> columns = new ArrayList<>();
    columns.add(functions.struct(needed(lookup, in)).as(ExprCompiler.alias(0)));
    for (ExprNode part : lookup.keys()) {
      columns.add(in.column(part).as("k" + columns.size()));
    }
    Dataset<Row> keyed = in.rows().select(columns.toArray(Column[]::new));
    StructType rows =
        new StructType(new StructField[]{keyed.schema().fields()[0]})
            .add(ExprCompiler.alias(1), RecordSchemas.of(RecordType.of(store.type())), true);
    boolean composed = lookup.key() instanceof ExprNode.Struct;
    return keyed
        .as(EncoderBridge.rows(keyed.schema()))
        .mapPartitions(
            new LookupTask<>(store, composed, lookup.batches(), in.stage().site().frame()),
            EncoderBridge.rows(rows));
  }

  /** The columns of the rows that something is made of; a struct has at least one. */
  private static Column[] needed(Lookup lookup, VerbInputs in) {
    Set<String> used =
        lookup.outputs().stream()
            .flatMap(output -> output.value().tree())
            .filter(node -> node instanceof Field field && field.input() == 0)
            .map(node -> ((Field) node).accessor())
            .collect(Collectors.toSet());
    List<RecordComponentType> all = in.stage().input().record().components();
    List<RecordComponentType> needed = all.stream().filter(c -> used.contains(c.name())).toList();
    return (needed.isEmpty() ? all.subList(0, 1) : needed)
        .stream().map(Columns::named).toArray(Column[]::new);
  }

  /** Spark would say so too, but not of which stage. */
  private static void requireSerializable(LookupStore<?, ?> store, PlanNode stage) {
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(store);
    } catch (IOException e) {
      throw new PipelineException(
          stage.name(),
          List.of(
              stage.problem(
                  "%s cannot be sent to the executors, because what it holds cannot: %s. Hold values that are java.io.Serializable, and connect in open()"
                      .formatted(store.description(), e))));
    }
  }
}
