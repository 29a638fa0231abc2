package dev.sluice.spark.compile;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Source;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Read;
import dev.sluice.spark.files.LineSearch;
import dev.sluice.text.OneLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Reads sources: the rows that are records, and those that could not be parsed. */
public final class ReadCompiler {

  /** The reason of a row that could not be parsed, if its source says no more. */
  static final String UNREADABLE = "cannot be parsed";

  /** The observed point and the names of its counts. */
  public static final String POINT = "read";

  public static final String IN = "in";
  public static final String MALFORMED = "malformed";

  private final Compilation compilation;
  private final Map<PlanNode, Dataset<Row>> raw = new HashMap<>();

  ReadCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  Dataset<Row> accepted(PlanNode stage) {
    Dataset<Row> rows = read(stage);
    if (!parses(stage)) {
      return Conform.to(stage, rows);
    }
    Dataset<Row> judged =
        compilation
            .keptJudged(stage)
            .orElseGet(() -> counted(stage, rows.drop(Source.ORIGIN)));
    return Conform.to(stage, judged.filter(functions.col(Source.MALFORMED).isNull()));
  }

  /** All rows, with what the source says of malformed ones. */
  Dataset<Row> judged(PlanNode stage) {
    Dataset<Row> rows = read(stage);
    if (!List.of(rows.columns()).contains(Source.ORIGIN)) {
      return counted(stage, rows);
    }
    // where a good row was found is of no interest, and would take room where the rows are kept
    Column origin =
        functions.when(
            functions.col(Source.MALFORMED).isNotNull(), functions.col(Source.ORIGIN));
    return counted(stage, rows.withColumn(Source.ORIGIN, origin));
  }

  private Dataset<Row> counted(PlanNode stage, Dataset<Row> rows) {
    return compilation
        .observing()
        .observe(
            rows,
            stage,
            POINT,
            functions.count(functions.lit(1)).as(IN),
            functions.count(functions.col(Source.MALFORMED)).as(MALFORMED));
  }

  Dataset<Row> rejected(PlanNode stage) {
    if (!parses(stage)) {
      return RejectedRows.none(compilation.spark());
    }
    Dataset<Row> rows = compilation.keptJudged(stage).orElseGet(() -> read(stage));
    Dataset<Row> refused = rows.filter(functions.col(Source.MALFORMED).isNotNull());
    if (LineSearch.isNeeded(rows.schema())) {
      refused = LineSearch.in(refused, reason(rows).as(Source.REASON));
    }
    return refused.select(
        RejectedRows.unreadable(compilation, stage, reason(refused), refused.schema()));
  }

  private static Column reason(Dataset<Row> rows) {
    Column unknown = functions.lit(UNREADABLE);
    return List.of(rows.columns()).contains(Source.REASON)
        ? functions.coalesce(functions.col(Source.REASON), unknown)
        : unknown;
  }

  /** Whether the stage is a source of texts, some of which may not be rows. */
  static boolean parses(PlanNode stage) {
    return stage.is(Read.class) && stage.verb().rejects();
  }

  /** What the source gave; empty if it has not been read. */
  Optional<Dataset<Row>> raw(PlanNode stage) {
    return Optional.ofNullable(raw.get(stage));
  }

  /** Asks the source for its rows now. */
  void ask(PlanNode stage) {
    read(stage);
  }

  /** Takes these rows for what the source would read. */
  void give(PlanNode stage, Dataset<Row> rows) {
    raw.put(stage, rows);
  }

  private Dataset<Row> read(PlanNode stage) {
    return raw.computeIfAbsent(stage, this::bounded);
  }

  private Dataset<Row> bounded(PlanNode stage) {
    Source<?> source = stage.verb(Read.class).orElseThrow().source();
    if (!(source instanceof BoundedSource<?> bounded)) {
      throw new IllegalStateException(
          place(stage, source) + " has no end, and a batch reads all rows");
    }
    Dataset<Row> rows = bounded.read(compilation.spark());
    boolean delivers = List.of(rows.columns()).contains(Source.MALFORMED);
    if (delivers != source.mayReject()) {
      throw new IllegalStateException(
          "%s %s the column %s, but its mayReject() is %s"
              .formatted(
                  place(stage, source),
                  delivers ? "delivers" : "does not deliver",
                  Source.MALFORMED,
                  source.mayReject()));
    }
    return rows;
  }

  private static String place(PlanNode stage, Source<?> source) {
    return "source '%s' (%s), %s,"
        .formatted(OneLine.of(stage.name()), stage.site(), source.description());
  }
}
