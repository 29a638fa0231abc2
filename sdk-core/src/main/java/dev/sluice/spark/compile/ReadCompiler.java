package dev.sluice.spark.compile;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Source;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Read;
import dev.sluice.spark.files.LineSearch;
import dev.sluice.text.OneLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Reads sources: the rows that are records, and those that could not be parsed. */
public final class ReadCompiler {

  /** The reason of a row that could not be parsed, if its source says no more. */
  static final String UNREADABLE = "cannot be parsed";

  /** The observed point and the names of its counts. */
  public static final String POINT = "read";

  public static final String IN = "in";
  public static final String MALFORMED = "malformed";
  public static final String LEFT_OUT = "left out";

  /** What the name of a count of doubtful rows begins with; the words of the doubt follow. */
  public static final String DOUBT = "doubt: ";

  private final Compilation compilation;
  private final Map<PlanNode, Dataset<Row>> raw = new HashMap<>();

  ReadCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  Dataset<Row> accepted(PlanNode stage) {
    Dataset<Row> rows = read(stage);
    if (!parses(stage) && !has(rows, Source.DOUBTS) && !has(rows, Source.LEFT_OUT)) {
      return Conform.to(stage, rows);
    }
    Dataset<Row> judged =
        compilation
            .keptJudged(stage)
            .orElseGet(() -> counted(stage, rows.drop(Source.ORIGIN)));
    return Conform.to(stage, good(judged));
  }

  private static Dataset<Row> good(Dataset<Row> judged) {
    Dataset<Row> rows =
        has(judged, Source.LEFT_OUT)
            ? judged.filter(functions.not(functions.col(Source.LEFT_OUT)))
            : judged;
    return has(rows, Source.MALFORMED)
        ? rows.filter(functions.col(Source.MALFORMED).isNull())
        : rows;
  }

  private static boolean has(Dataset<Row> rows, String column) {
    return List.of(rows.columns()).contains(column);
  }

  /** All rows, with what the source says of malformed ones. */
  Dataset<Row> judged(PlanNode stage) {
    Dataset<Row> rows = read(stage);
    if (!has(rows, Source.ORIGIN)) {
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
            found(rows).toArray(Column[]::new));
  }

  private static List<Column> found(Dataset<Row> rows) {
    List<Column> counts = new ArrayList<>();
    Column malformed =
        has(rows, Source.MALFORMED) ? functions.col(Source.MALFORMED) : functions.lit(null);
    counts.add(functions.count(malformed).as(MALFORMED));
    if (has(rows, Source.LEFT_OUT)) {
      counts.add(functions.count_if(functions.col(Source.LEFT_OUT)).as(LEFT_OUT));
    }
    if (has(rows, Source.DOUBTS)) {
      for (String doubt : ((StructType) rows.schema().apply(Source.DOUBTS).dataType())
          .fieldNames()) {
        Column isSo = functions.col(Source.DOUBTS).getField(doubt);
        counts.add(functions.count_if(isSo).as(DOUBT + doubt));
      }
    }
    return counts;
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
    return has(rows, Source.REASON)
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
    boolean delivers = has(rows, Source.MALFORMED);
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
