package dev.sluice.spark;

import dev.sluice.io.BoundedSource;
import dev.sluice.io.Source;
import dev.sluice.plan.OneLine;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Read;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Reads sources: the rows that are records, and those that could not be parsed. */
final class ReadCompiler {

  /** The reason of a row that could not be parsed, if its source says no more. */
  static final String UNREADABLE = "cannot be parsed";

  /** The observed point and the names of its counts. */
  static final String POINT = "read";

  static final String IN = "in";
  static final String MALFORMED = "malformed";

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
    Column malformed = functions.col(Source.MALFORMED);
    Dataset<Row> counted =
        compilation
            .observing()
            .observe(
                rows.drop(Source.ORIGIN),
                stage,
                POINT,
                functions.count(functions.lit(1)).as(IN),
                functions.count(malformed).as(MALFORMED));
    return Conform.to(stage, counted.filter(malformed.isNull()));
  }

  Dataset<Row> rejected(PlanNode stage) {
    Dataset<Row> rows = read(stage);
    if (!parses(stage)) {
      return RejectedRows.none(compilation.spark());
    }
    Column malformed = functions.col(Source.MALFORMED);
    Dataset<Row> refused = rows.filter(malformed.isNotNull());
    if (LineSearch.isNeeded(rows.schema())) {
      refused = LineSearch.in(refused, reason(rows).as(Source.REASON));
    }
    Column[] columns =
        RejectedRows.columns(compilation, stage, functions.array(reason(refused)), malformed);
    return refused.select(RejectedRows.withOrigin(columns, refused.schema()));
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
