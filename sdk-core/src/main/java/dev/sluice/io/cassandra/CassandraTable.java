package dev.sluice.io.cassandra;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.LookupStore;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.Secret;
import dev.sluice.expr.Fields;
import dev.sluice.io.PartitionColumns;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table of Cassandra as a source, and the way to it as a sink and as a store for lookups.
 *
 * <pre>{@code
 * CassandraTable<User> users =
 *     Cassandra.table(User.class, "shop.users")
 *         .contactPoints("cassandra-1", "cassandra-2").localDatacenter("dc1")
 *         .user("shop").password(Secret.env("CASSANDRA_PASSWORD"));
 * p.source("users", users);
 * stage.sink("users", users.upsert(User::id));
 * orders.lookup(users.by(User::id)).on(Order::userId).select(…);
 * }</pre>
 *
 * <p>As a source it is read by ranges of tokens, each range once, many at the same time; only the
 * columns of the record are asked for. {@link #where} reads some partitions alone.
 *
 * <p>Every object is immutable; each method gives a changed copy.
 *
 * @param <T> the record each row is
 */
public final class CassandraTable<T extends Record> implements BoundedSource<T>, Serializable {

  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final CqlName name;
  private final Cluster cluster;
  private final Reading reading;

  CassandraTable(Class<T> type, CqlName name, Cluster cluster, Reading reading) {
    RecordType.of(type).requireValid();
    this.type = type;
    this.name = name;
    this.cluster = cluster;
    this.reading = reading;
  }

  private CassandraTable<T> with(Cluster changed) {
    return new CassandraTable<>(type, name, changed, reading);
  }

  private CassandraTable<T> with(Reading changed) {
    return new CassandraTable<>(type, name, cluster, changed);
  }

  RecordType record() {
    return RecordType.of(type);
  }

  CqlName name() {
    return name;
  }

  Cluster cluster() {
    return cluster;
  }

  Reading reading() {
    return reading;
  }

  /**
   * Nodes that are asked first; they name the others.
   *
   * @param points host names or addresses, with a port unless it is 9042
   * @return a changed copy
   * @throws IllegalArgumentException if one is no host and port
   */
  public CassandraTable<T> contactPoints(String... points) {
    return with(cluster.at(Arrays.asList(points)));
  }

  /**
   * The data center whose nodes are asked; that of the contact points unless set.
   *
   * @return a changed copy
   */
  public CassandraTable<T> localDatacenter(String datacenter) {
    return with(cluster.in(datacenter));
  }

  /**
   * Who asks.
   *
   * @return a changed copy
   */
  public CassandraTable<T> user(String user) {
    return with(cluster.as(user));
  }

  /**
   * The user's password.
   *
   * @return a changed copy
   */
  public CassandraTable<T> password(Secret password) {
    return with(cluster.with(password));
  }

  /**
   * How long the server may take to answer one request; 10 seconds unless set. Connecting may take
   * twice as long.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   */
  public CassandraTable<T> timeout(Duration timeout) {
    return with(cluster.within(timeout));
  }

  /**
   * How many replicas have to answer a read; {@link Consistency#LOCAL_QUORUM} unless set.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is for writes alone
   */
  public CassandraTable<T> consistency(Consistency consistency) {
    return with(reading.consistency(consistency));
  }

  /**
   * How many rows are fetched together; 1,000 unless set.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   */
  public CassandraTable<T> fetchSize(int rows) {
    return with(reading.fetchSize(rows));
  }

  /**
   * Into how many parts the rows are divided, each of which a task reads. Unless set they are as
   * many as the server's estimate of the table's size has 64 MB, but 8 at least; the estimate is
   * some minutes old.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   */
  public CassandraTable<T> partitions(int parts) {
    return with(reading.partitions(parts));
  }

  /**
   * Reads only rows that have certain values here: {@code where(Visit::userId).equalTo(7L)}. It
   * takes a value for each column of the partition key, so that single partitions are read and not
   * the table; further ones for the clustering columns, the first of them first.
   *
   * @param accessor the component
   * @param <V> the type of its values
   */
  public <V> Where<V> where(Fields.Typed<T, V> accessor) {
    String component = PartitionColumns.name(accessor);
    PartitionColumns.columns(record(), component);
    return new Where<>(component);
  }

  /**
   * The step after {@code where}: the values.
   *
   * @param <V> their type
   */
  public final class Where<V> {
    private final String component;

    private Where(String component) {
      this.component = component;
    }

    /** Rows that have this value. */
    public CassandraTable<T> equalTo(V value) {
      return with(reading.where(component, List.of(value)));
    }

    /** Rows that have one of these values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public final CassandraTable<T> in(V... values) {
      return with(reading.where(component, List.of(values)));
    }
  }

  /**
   * A sink that puts each row in the place of that of the same key, or adds it. Writing the same
   * rows twice has the effect of writing them once. If two rows of one run have the same key, which
   * of them stays is chance: dedupe them before.
   *
   * @param key the components of the primary key
   * @return the sink
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final CassandraSink<T> upsert(Fields.Named<T>... key) {
    return upsert(PartitionColumns.names(key));
  }

  /** The same by names from a configuration. */
  public CassandraSink<T> upsert(String... key) {
    PartitionColumns.columns(record(), key);
    return new CassandraSink<>(this, List.of(key));
  }

  /**
   * The table as a store for lookups by its primary key, if that is one column.
   *
   * @param key the component of the primary key
   * @param <K> the type of the key
   * @return the store, for {@code lookup}
   */
  public <K> LookupStore<K, T> by(Fields.Typed<T, K> key) {
    String component = PartitionColumns.name(key);
    PartitionColumns.columns(record(), component);
    RecordComponentType found = record().component(component).orElseThrow();
    @SuppressWarnings("unchecked") // the accessor's type, with the box of a primitive
    Class<K> boxed = (Class<K>) MethodType.methodType(found.rawType()).wrap().returnType();
    return new CassandraLookup<>(
        this,
        boxed,
        List.of(new CassandraLookup.KeyPart(found.name(), found.column(), found.logicalType())));
  }

  /**
   * The same, where the primary key has several columns.
   *
   * @param key a record whose columns are those of the primary key, in any order
   * @param <K> the key
   * @return the store, for {@code lookup}
   * @throws IllegalArgumentException if the record cannot be a row
   */
  public <K extends Record> LookupStore<K, T> by(Class<K> key) {
    RecordType parts = RecordType.of(key).requireValid();
    return new CassandraLookup<>(
        this,
        key,
        parts.components().stream()
            .map(c -> new CassandraLookup.KeyPart(c.name(), c.column(), c.logicalType()))
            .toList());
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return place()
        + (reading.restrictions().isEmpty()
            ? ""
            : " where "
                + String.join(
                    ", ",
                    reading.restrictions().stream()
                        .map(r -> "%s in %s".formatted(r.component(), r.values()))
                        .toList()));
  }

  /** Without what is read of it. */
  String place() {
    return "cassandra table %s%s".formatted(name, cluster.isSet() ? " of " + cluster.shown() : "");
  }

  @Override
  public Set<ResourceId> reads() {
    return Set.of(resource());
  }

  ResourceId resource() {
    return new ResourceId("cassandra", cluster.shown() + "/" + name);
  }

  @Override
  public List<String> check(SparkSession spark) {
    return new TableAccess(cluster, name, description())
        .problems(table -> new TableRead<>(this, table).problems());
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    return new TableAccess(cluster, name, description())
        .call(
            table -> new TableRead<>(this, table.real()).rows(spark, table));
  }

  @Override
  public String toString() {
    return description();
  }
}
