package dev.sluice.io.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.sluice.connect.Written;
import dev.sluice.io.Upsert;
import dev.sluice.plan.ExprText;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.KeptRows;
import dev.sluice.spark.bridge.SessionBridge;
import dev.sluice.spark.compile.RowCondition;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.FailingRow;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Writes rows into a table, in one commit.
 *
 * @param sink what is to be done
 */
record LakeWrite(LakeSink<?, ?> sink) {

  Written run(Dataset<Row> rows) throws Exception {
    SparkSession spark = rows.sparkSession();
    List<String> setup = format().setupProblems(spark, name());
    if (!setup.isEmpty()) {
      throw new IllegalStateException(sink.description() + ": " + setup.get(0));
    }
    RealTable real = table(spark);
    Optional<Transaction> there =
        sink.settings().transaction().filter(t -> format().isThere(spark, name(), t));
    if (there.isPresent()) {
      return skipped(there.get());
    }
    Dataset<Row> storable = RecordSchemas.storable(rows, real.columns(), record());
    Dataset<Row> kept = format().kept(sink.description(), storable, record(), real.partitions());
    return sink.settings().change() instanceof LakeChange.Upsert upsert
        ? merge(kept, upsert)
        : write(kept);
  }

  /** The target, made or widened if the sink may do so. */
  private RealTable table(SparkSession spark) {
    Optional<RealTable> found = RealTable.find(spark, format(), name());
    if (found.isEmpty() && !sink.settings().create()) {
      throw new IllegalStateException(sink.description() + ": there is no such table");
    }
    List<RecordComponentType> missing =
        found.map(real -> real.missing(record())).orElse(List.of());
    if (found.isEmpty()) {
      spark.sql(sink.newTable());
    } else if (!missing.isEmpty() && sink.settings().evolve()) {
      spark.sql(NewTable.addingColumns(name(), missing));
    } else {
      return found.get();
    }
    return RealTable.find(spark, format(), name()).orElseThrow();
  }

  private Written write(Dataset<Row> rows) throws Exception {
    Optional<Transaction> transaction = sink.settings().transaction();
    SparkSession spark = rows.sparkSession();
    long before = transaction.isPresent() ? format().newest(spark, name()) : 0;
    write(rows, transaction.map(format()::options).orElse(Map.of()));
    return transaction
        .filter(written -> format().leftOut(spark, name(), written, before))
        .map(this::skipped)
        .orElse(Written.to(name().shown()));
  }

  private void write(Dataset<Row> rows, Map<String, String> options) throws Exception {
    LakeChange change = sink.settings().change();
    if (change instanceof LakeChange.OverwriteWhere some) {
      Column condition = RowCondition.of(some.condition(), record());
      writer(meeting(some, condition, rows), options).overwrite(condition);
    } else if (change instanceof LakeChange.OverwriteAll) {
      writer(rows, options).overwrite(lit(true));
    } else if (change instanceof LakeChange.Overwrite) {
      writer(rows, options).overwritePartitions();
    } else {
      writer(rows, options).append();
    }
  }

  private DataFrameWriterV2<Row> writer(Dataset<Row> rows, Map<String, String> options) {
    return rows.writeTo(name().sql()).options(options);
  }

  /** A row that is not among those that are replaced would be added again by each further run. */
  private Dataset<Row> meeting(
      LakeChange.OverwriteWhere some, Column condition, Dataset<Row> rows) {
    return FailingRow.unless(
        coalesce(condition, lit(false)),
        lit(
            "%s: a new row does not meet the condition %s by which rows are replaced: filter the rows by it before"
                .formatted(sink.description(), ExprText.of(some.condition()))),
        rows);
  }

  private Written merge(Dataset<Row> rows, LakeChange.Upsert upsert) {
    Dataset<Row> single = OneRowPerKey.of(sink.description(), rows, record(), upsert.key());
    if (!format().mergesWhatIsReadTwice()) {
      return merged(single, upsert).stream().findFirst()
          .map(counts -> Written.to(name().shown()).withRows(counts.getLong(0)))
          .or(() -> sink.settings().transaction().map(this::skipped))
          .orElse(Written.to(name().shown()));
    }
    try (KeptRows kept = KeptRows.of(single)) {
      merged(kept.rows(), upsert);
      // what Spark counts are all rows of the files that were written anew
      return Written.to(name().shown()).withRows(kept.rows().count());
    }
  }

  /** Gives what the statement gives: how many rows were written, if it says so. */
  private List<Row> merged(Dataset<Row> rows, LakeChange.Upsert upsert) {
    String view = "sluice_" + UUID.randomUUID().toString().replace("-", "");
    rows.createOrReplaceTempView(view);
    try {
      return session(rows.sparkSession()).sql(sql(upsert, view)).collectAsList();
    } finally {
      rows.sparkSession().catalog().dropTempView(view);
    }
  }

  /** {@code MERGE} takes no options, and the settings of a session are those of all its threads. */
  private SparkSession session(SparkSession spark) {
    return sink.settings().transaction()
        .map(
            transaction -> {
              SparkSession copy = SessionBridge.copy(spark);
              format().settings(transaction).forEach(copy.conf()::set);
              return copy;
            })
        .orElse(spark);
  }

  private String sql(LakeChange.Upsert upsert, String view) {
    return new Upsert(
        name().sql(),
        record().columns().stream().map(Columns::quoted).toList(),
        upsert.key().stream().map(this::column).toList(),
        upsert.newer().map(this::column))
        .merge(view + " s");
  }

  private String column(String component) {
    return Columns.quoted(record().component(component).orElseThrow().column());
  }

  private Written skipped(Transaction transaction) {
    return Written.skipped(name().shown(), transaction.words() + " is there already");
  }

  private LakeFormat format() {
    return sink.table().format();
  }

  private LakeName name() {
    return sink.table().name();
  }

  private RecordType record() {
    return sink.table().record();
  }
}
