package dev.sluice.ml.train;

import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Signature.Use;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.score.RecordColumns;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The columns that training needs, flat: those that features read and those that are watched, under the names of their
 * components, and beside them label, weight, and whether a row trains.
 */
final class TrainingColumns {

  /** The label as it came: a number, or the text of a label. */
  static final String LABEL = "__label";

  /** How much a row counts. */
  static final String WEIGHT = "__weight";

  /** Rows with the same number stay together when rows are cut into parts: of a split by key those of a key. */
  static final String GROUP = "__group";

  /** Why a row is left out, one of {@link LeftOut}; NULL if it trains or tests. */
  static final String LEFT_OUT = "__left_out";

  /** True for a row that trains, false for one that tests, NULL for one that is left out. */
  static final String TRAINS = "__trains";

  /** A number of 64 bits by which rows are drawn: the same for equal rows, in whatever part they are. */
  static final String DRAWN = "__drawn";

  private final TrainingSpec spec;
  private final RecordType rows;
  private final RecordType known;
  private final Signature signature;

  TrainingColumns(TrainingSpec spec, Class<?> rows) {
    this.spec = spec;
    this.rows = RecordType.of(rows);
    this.known = RecordType.of(spec.features().type());
    this.signature = signature(spec, known);
  }

  /** What the model takes. */
  Signature signature() {
    return signature;
  }

  private static Signature signature(TrainingSpec spec, RecordType known) {
    Map<String, Use> uses = new LinkedHashMap<>();
    spec.features().all().stream()
        .flatMap(feature -> feature.reads().stream())
        .forEach(column -> uses.putIfAbsent(column, Use.FEATURE));
    spec.features().watched().forEach(column -> uses.putIfAbsent(column, Use.WATCHED));
    for (Cell cell : spec.cells()) {
      if (cell instanceof Cell.Carried carried) {
        uses.putIfAbsent(carried.column(), Use.CARRIED);
      }
    }
    List<Signature.Column> columns = new ArrayList<>();
    uses.forEach(
        (name, use) -> known
            .component(name)
            .ifPresent(
                component -> columns.add(
                    new Signature.Column(
                        name, RecordColumns.type(component), component.nullable(), use))));
    return new Signature(known.simpleName(), columns);
  }

  /** The rows with these columns alone, those that are left out too. */
  Dataset<Row> of(Dataset<Row> stage) {
    List<Column> columns = new ArrayList<>();
    for (Signature.Column column : signature.columns()) {
      if (column.use() != Use.CARRIED) {
        columns.add(known(column.name()).as(column.name()));
      }
    }
    Column label = label();
    columns.add(label.as(LABEL));
    columns.add(
        spec.weight()
            .map(weight -> functions.coalesce(column(List.of(weight)), functions.lit(0.0)))
            .orElse(functions.lit(1.0))
            .as(WEIGHT));
    Column drawn =
        functions.xxhash64(
            functions.lit(spec.seed()),
            functions.to_json(functions.struct(Columns.of(rows))));
    columns.add(drawn.as(DRAWN));
    columns.add(group(drawn).as(GROUP));
    Column trains = functions.when(label.isNotNull(), trains(stage, drawn));
    columns.add(trains.as(TRAINS));
    columns.add(leftOut(label, trains).as(LEFT_OUT));
    return stage.select(columns.toArray(Column[]::new));
  }

  private Column leftOut(Column label, Column trains) {
    Column left = functions.when(label.isNull(), LeftOut.LABEL.name());
    if (spec.split().how() instanceof Split.ByTime split) {
      left = left.when(column(split.time()).isNull(), LeftOut.TIME.name());
    }
    return left.when(trains.isNull(), LeftOut.GAP.name());
  }

  private Column group(Column drawn) {
    return spec.split().how() instanceof Split.ByHash hash && !hash.key().isEmpty()
        ? functions.xxhash64(functions.lit(spec.seed() + 1), column(hash.key()))
        : drawn;
  }

  private Column label() {
    if (spec.label().isEmpty()) {
      return functions.lit(0.0);
    }
    Column label = column(List.of(spec.label().get()));
    return spec.task() == Task.BINARY || spec.task() == Task.REGRESSION
        ? label.cast("double")
        : label.cast("string");
  }

  private Column trains(Dataset<Row> stage, Column drawn) {
    if (spec.split().how() instanceof Split.ByHash hash) {
      return functions
          .pmod(group(drawn), functions.lit(1_000_000L))
          .lt(hash.share() * 1_000_000);
    }
    Split.ByTime split = (Split.ByTime) spec.split().how();
    Column micros = functions.unix_micros(column(split.time()));
    double last =
        stage
            .agg(functions.percentile(micros, functions.lit(split.share())))
            .as(Encoders.DOUBLE())
            .head();
    long gap = split.gap().dividedBy(ChronoUnit.MICROS.getDuration());
    return functions
        .when(micros.leq(last), true)
        .when(micros.gt(last + gap), false);
  }

  /** A component of what is known. */
  Column known(String component) {
    ExprNode.Field field = new ExprNode.Field(component, 0, spec.site());
    return column(
        spec.known().<List<ExprNode>>map(of -> List.of(of, field)).orElse(List.of(field)));
  }

  /** A component of a row, or of one of its components. */
  private Column column(List<ExprNode> path) {
    RecordComponentType outer = component(rows, path.get(0));
    Column column = Columns.named(outer);
    if (path.size() == 1) {
      return column;
    }
    return column.getField(component(known, path.get(1)).column());
  }

  private static RecordComponentType component(RecordType record, ExprNode field) {
    return Optional.of(field)
        .filter(ExprNode.Field.class::isInstance)
        .map(ExprNode.Field.class::cast)
        .flatMap(named -> record.component(named.accessor()))
        .orElseThrow(
            () -> new IllegalArgumentException(
                "%s has no component '%s'".formatted(record.simpleName(), ExprText.of(field))));
  }
}
