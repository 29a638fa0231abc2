package dev.sluice.io.lake;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.expr.Fields;
import dev.sluice.io.PartitionColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table of a table format as a sink. It comes from a {@link LakeTable}.
 *
 * <p>Each write is one commit: a run that fails or is killed leaves the table as it was, and a
 * reader sees the old rows or all new ones. Of two writers that change the same rows at the same
 * time one fails, and nothing of it is there.
 *
 * <p>Columns of the table that the record does not have stay as they are in a row that is upserted,
 * and are NULL in one that is added.
 *
 * @param <T> the record each row is
 * @param <S> the kind of sink itself
 */
public abstract sealed class LakeSink<T extends Record, S extends LakeSink<T, S>>
    implements BatchSink<T>, EpochSink<T> permits DeltaSink, IcebergSink {

  private final LakeTable<T, ?, S> table;
  private final LakeSettings settings;

  LakeSink(LakeTable<T, ?, S> table, LakeSettings settings) {
    this.table = table;
    this.settings = settings;
  }

  abstract S with(LakeSettings changed);

  final LakeTable<T, ?, S> table() {
    return table;
  }

  final LakeSettings settings() {
    return settings;
  }

  /**
   * Leaves the row of the same key alone unless this component is larger in the new one: a version,
   * a sequence or a time. So an old row that comes late replaces no newer one.
   *
   * @return a changed copy
   * @throws IllegalStateException if this is no upsert
   */
  public S onlyIfNewer(Fields.Named<T> component) {
    if (!(settings.change() instanceof LakeChange.Upsert upsert)) {
      throw new IllegalStateException(
          "only an upsert has rows to compare: upsert(…).onlyIfNewer(…)");
    }
    String name = PartitionColumns.name(component);
    PartitionColumns.columns(table.record(), name);
    return with(settings.change(new LakeChange.Upsert(upsert.key(), Optional.of(name))));
  }

  /**
   * Makes the table, with the columns of the record, if it is not there; without this a missing
   * table is a problem, so that a wrong name makes none.
   *
   * @return a changed copy
   */
  public S createIfMissing() {
    return with(settings.creating());
  }

  /**
   * Partitions a table that is made by these components; one that is there keeps its partitions,
   * and is refused if they are others.
   *
   * @param accessors accessors of the record, outermost partition first
   * @return a changed copy
   * @throws IllegalArgumentException if it is a lambda, cannot be a partition, or no component would
   *     be left
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final S partitionBy(Fields.Named<T>... accessors) {
    return partitionBy(PartitionColumns.names(accessors));
  }

  /** The same by names from a configuration. */
  public S partitionBy(String... components) {
    return with(settings.partitions(PartitionColumns.of(table.record(), components)));
  }

  /**
   * Adds the columns of the record that the table does not have, before rows are written; without
   * this such a column is a problem. Rows that are there have NULL in it, so whoever reads them
   * needs a record whose component can be NULL. No column ever gets another type.
   *
   * @return a changed copy
   */
  public S evolveSchema() {
    return with(settings.evolving());
  }

  @Override
  public final Class<T> type() {
    return table.type();
  }

  @Override
  public final String description() {
    return "%s (%s%s)"
        .formatted(
            table.description(),
            settings.change().words(),
            settings.transaction().map(t -> ", " + t.words()).orElse(""));
  }

  @Override
  public final WriteMode mode() {
    return settings.change().mode();
  }

  @Override
  public final Set<ResourceId> writes() {
    return table.name().resources();
  }

  @Override
  public final Set<ResourceId> writes(SparkSession spark) {
    return table.name().resources(spark);
  }

  @Override
  public final List<String> check(SparkSession spark) {
    List<String> problems = table.format().setupProblems(spark, table.name());
    if (problems.isEmpty()) {
      try {
        problems = problems(spark);
      } catch (Exception e) { // also AnalysisException, which is not declared
        problems = List.of(Reason.of(e));
      }
    }
    return problems.stream().map(problem -> description() + ": " + problem).toList();
  }

  private List<String> problems(SparkSession spark) {
    Optional<RealTable> found = RealTable.find(spark, table.format(), table.name());
    if (found.isEmpty()) {
      List<String> problems = new ArrayList<>(
          table.format().lackingProblems(table.record(), table.record().components()));
      if (!settings.create() && problems.isEmpty()) {
        problems.add(
            "there is no such table; createIfMissing() makes one, as this does: " + newTable());
      }
      return problems;
    }
    RealTable real = found.get();
    List<String> problems =
        new ArrayList<>(real.storingProblems(table.record(), settings.evolve()));
    if (settings.evolve()) {
      problems.addAll(
          table.format().lackingProblems(table.record(), real.missing(table.record())));
    }
    if (!settings.partitions().isEmpty() && !sameNames(settings.partitions(), real.partitions())) {
      problems.add(
          "it is partitioned by %s, not by %s: leave partitionBy out, or make the table anew"
              .formatted(
                  real.partitions().isEmpty() ? "nothing" : String.join(", ", real.partitions()),
                  String.join(", ", settings.partitions())));
    }
    return problems;
  }

  private static boolean sameNames(List<String> some, List<String> others) {
    return String.join("\n", some).equalsIgnoreCase(String.join("\n", others));
  }

  final String newTable() {
    return NewTable.sql(table.format(), table.name(), table.record(), settings.partitions());
  }

  @Override
  public final Delivery delivery() {
    return Delivery.EXACTLY_ONCE;
  }

  @Override
  public final List<String> streamProblems() {
    return settings.transaction().isEmpty()
        ? List.of()
        : List.of(
            "%s: a stream numbers its own transactions: leave transaction(…) out"
                .formatted(description()));
  }

  @Override
  public final OptionalLong lastEpoch(SparkSession spark, String stream) {
    return RealTable.find(spark, table.format(), table.name()).isPresent()
        ? table.format().last(spark, table.name(), stream)
        : OptionalLong.empty();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the sink has a transaction of its own already
   */
  @Override
  public final Written write(Dataset<Row> rows, Epoch epoch) {
    streamProblems().forEach(
        problem -> {
          throw new IllegalStateException(problem);
        });
    return with(settings.transaction(new Transaction(epoch.stream(), epoch.id()))).write(rows);
  }

  @Override
  public final Written write(Dataset<Row> rows) {
    try {
      return new LakeWrite(this).run(rows);
    } catch (Exception e) { // also those of Scala, which are not declared
      if (Reason.isConflict(e)) {
        IllegalStateException conflict =
            new IllegalStateException(
                "%s: another writer changed the table at the same time, so nothing of this write is there: run it again"
                    .formatted(description()));
        conflict.addSuppressed(e);
        throw conflict;
      }
      if (e instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException(description() + ": " + Reason.of(e), e);
    }
  }

  @Override
  public final String toString() {
    return description();
  }
}
