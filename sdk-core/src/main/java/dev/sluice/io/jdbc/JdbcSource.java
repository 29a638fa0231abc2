package dev.sluice.io.jdbc;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Secret;
import dev.sluice.connect.Secrets;
import dev.sluice.expr.Fields;
import dev.sluice.io.PartitionColumns;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.Comparing;
import dev.sluice.spark.bridge.DatabaseRows;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.rows.RecordShape;
import dev.sluice.spark.rows.SchemaDifference;
import java.lang.invoke.MethodType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of a database as a source. Filters, the columns that are needed, limits and aggregates are
 * sent to the database where Spark can say them in its SQL.
 *
 * <p>Without {@link #partitionedBy}, or a table's {@link JdbcTable#partitionedByKey}, one task reads
 * all rows through one connection. A table of a million rows or more is then warned of in the log.
 *
 * <p>Every object is immutable; each method gives a changed copy.
 *
 * @param <T> the record each row is
 * @param <F> the kind of source itself
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract sealed class JdbcSource<T extends Record, F extends JdbcSource<T, F>>
    implements BoundedSource<T> permits JdbcTable, JdbcQuery {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcSource.class);
  private static final long MANY_ROWS = 1_000_000;

  private final Class<T> type;
  private final Database database;
  private final Reading reading;

  JdbcSource(Class<T> type, Database database, Reading reading) {
    RecordType.of(type).requireValid();
    this.type = type;
    this.database = database;
    this.reading = reading;
  }

  abstract F with(Database changed, Reading changedReading);

  /** Looks at what is read. */
  abstract Relation relation(Connection connection) throws SQLException;

  /** What it is, without where. */
  abstract String what();

  final Database database() {
    return database;
  }

  final Reading reading() {
    return reading;
  }

  final RecordType record() {
    return RecordType.of(type);
  }

  /**
   * The database.
   *
   * @param url a JDBC URL without a password
   * @return a changed copy
   * @throws IllegalArgumentException if it is none, has a secret in it, or no dialect of SQL is
   *     known for it
   */
  public F url(String url) {
    Database changed = database.at(url);
    changed.dialect();
    return with(changed, reading);
  }

  /**
   * Who asks.
   *
   * @return a changed copy
   */
  public F user(String user) {
    return with(database.as(user), reading);
  }

  /**
   * The user's password.
   *
   * @return a changed copy
   */
  public F password(Secret password) {
    return with(database.with(password), reading);
  }

  /**
   * A property of the driver, such as {@code sslmode}.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is a secret
   */
  public F property(String key, String value) {
    return with(database.with(key, value), reading);
  }

  /**
   * A property of the driver that must not be shown, such as {@code sslpassword}.
   *
   * @return a changed copy
   */
  public F property(String key, Secret value) {
    return with(database.with(key, value), reading);
  }

  /**
   * How many rows are fetched together; 1,000 unless set. 0 is the driver's own choice, with
   * PostgreSQL all rows at once.
   *
   * @return a changed copy
   */
  public F fetchSize(int rows) {
    return with(database, reading.fetchSize(rows));
  }

  /**
   * Divides the rows by the values of this column into parts that are read at the same time, each
   * through a connection of its own. The parts are of equal width between the smallest and the
   * largest value, which are looked up when the rows are read; the column should be indexed, and
   * its values even.
   *
   * @param parts how many, at least 1; no more than the database has connections to give
   * @return a changed copy
   */
  public F partitionedBy(Fields.PrimitiveLong<T> accessor, int parts) {
    return by(PartitionColumns.name(accessor), parts);
  }

  /** The same by another kind of column. */
  public F partitionedBy(Fields.BoxedLong<T> accessor, int parts) {
    return by(PartitionColumns.name(accessor), parts);
  }

  /** The same by another kind of column. */
  public F partitionedBy(Fields.PrimitiveInt<T> accessor, int parts) {
    return by(PartitionColumns.name(accessor), parts);
  }

  /** The same by another kind of column. */
  public F partitionedBy(Fields.BoxedInt<T> accessor, int parts) {
    return by(PartitionColumns.name(accessor), parts);
  }

  /** The same by another kind of column. */
  public F partitionedBy(Fields.Date<T> accessor, int parts) {
    return by(PartitionColumns.name(accessor), parts);
  }

  /** The same by another kind of column. */
  public F partitionedBy(Fields.Timestamp<T> accessor, int parts) {
    return by(PartitionColumns.name(accessor), parts);
  }

  private F by(String component, int parts) {
    return with(database, reading.by(component, parts));
  }

  /**
   * Gives the bounds between which {@link #partitionedBy} cuts, so that they need not be looked up.
   * They leave out no row: what is below or above is in the first and the last part.
   *
   * @return a changed copy
   * @throws IllegalStateException if the rows are not divided
   */
  public F between(long lower, long upper) {
    return with(database, reading.between(lower, upper));
  }

  /** The same for days. */
  public F between(LocalDate lower, LocalDate upper) {
    return with(database, reading.between(lower, upper));
  }

  /** The same for moments. */
  public F between(Instant lower, Instant upper) {
    return with(database, reading.between(lower, upper));
  }

  @Override
  public final Class<T> type() {
    return type;
  }

  @Override
  public final String description() {
    return database.isSet() ? "%s of %s".formatted(what(), database.shown()) : what();
  }

  @Override
  public List<String> check(SparkSession spark) {
    if (!database.isSet()) {
      return List.of(description() + ": it has no url(…)");
    }
    try (Connection connection = database.connect()) {
      Relation relation = relation(connection);
      List<String> problems = new ArrayList<>(problems(schema(spark, relation)));
      record().components().stream()
          .filter(component -> !component.nullable() && relation.canBeNull(component.column()))
          .map(this::nullProblem)
          .forEach(problems::add);
      if (reading.byKey() && !database.dialect().writesConstantsOf(relation.key())) {
        problems.add(description() + ": " + Division.problem(relation.key()));
      }
      return problems;
    } catch (SQLException | RuntimeException e) {
      return List.of(failed(e));
    }
  }

  private String nullProblem(RecordComponentType component) {
    return "%s: column \"%s\" can be NULL, but %s.%s is a primitive: make it %s, or the column NOT NULL"
        .formatted(
            description(),
            component.column(),
            record().simpleName(),
            component.name(),
            MethodType.methodType(component.rawType()).wrap().returnType().getSimpleName());
  }

  final String failed(Throwable e) {
    return "%s: %s".formatted(description(), Secrets.masked(String.valueOf(e.getMessage())));
  }

  private List<String> problems(StructType schema) {
    return RecordSchemas.differences(schema, record()).stream()
        .filter(SchemaDifference::breaksReading)
        .map(difference -> description() + ": " + difference.sentence())
        .toList();
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    if (!database.isSet()) {
      throw new IllegalStateException(description() + ": it has no url(…)");
    }
    Dataset<Row> rows;
    try {
      rows = load(spark);
    } catch (SQLException e) {
      throw new IllegalStateException(failed(e), e);
    }
    List<String> problems = problems(rows.schema());
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", problems));
    }
    return RecordShape.of(rows, record());
  }

  /** The columns as Spark sees them. */
  final StructType schema(SparkSession spark, Relation relation) {
    return schema(spark, options(relation));
  }

  private static StructType schema(SparkSession spark, Map<String, String> options) {
    return spark.read().format("jdbc").options(options).load().schema();
  }

  private Dataset<Row> load(SparkSession spark) throws SQLException {
    try (Connection connection = database.connect()) {
      Relation relation = relation(connection);
      Map<String, String> options = options(relation);
      StructType schema = schema(spark, options);
      Division division =
          new Division(reading, database.dialect(), connection, relation.from());
      List<String> parts = List.of();
      if (reading.byKey()) {
        parts = division.ranges(relation.key());
        options.put("numPartitions", String.valueOf(parts.size()));
      } else if (reading.column().isPresent()) {
        options.putAll(division.widths(relation.column(dividing(reading.column().get()))));
      } else {
        relation.estimate(connection, database.dialect()).ifPresent(this::warnOfOneTask);
      }
      return new DatabaseRows(what(), schema, options, comparing(relation.columns()), parts)
          .in(spark);
    }
  }

  private String dividing(String component) {
    return record().component(component).orElseThrow().column();
  }

  private void warnOfOneTask(long rows) {
    if (rows >= MANY_ROWS) {
      LOG.warn(
          "{} has about {} rows, and one task reads them all: partitionedByKey(8), or"
              + " partitionedBy(…) another column, reads them in parts at the same time",
          description(),
          String.format(Locale.ROOT, "%,d", rows));
    }
  }

  private Map<String, Comparing> comparing(List<RealColumn> columns) {
    return columns.stream()
        .collect(
            Collectors.toMap(RealColumn::name, database.dialect()::comparing, (one, other) -> one));
  }

  private Map<String, String> options(Relation relation) {
    Map<String, String> options = database.properties();
    options.put("url", database.url());
    options.put("dbtable", relation.from());
    options.put("fetchsize", String.valueOf(reading.fetchSize()));
    // a time without zone is none of a zone that some JVM happens to have
    options.put("preferTimestampNTZ", "true");
    String narrow = database.dialect().narrow(relation.columns(), record());
    if (!narrow.isEmpty()) {
      options.put("customSchema", narrow);
    }
    return options;
  }

  @Override
  public final String toString() {
    return description();
  }
}
