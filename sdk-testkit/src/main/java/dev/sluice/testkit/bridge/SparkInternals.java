package dev.sluice.testkit.bridge;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.CatalogDatabase;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.plans.logical.CollectMetrics;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OrderPreservingUnaryNode;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.SQLConf$;
import org.apache.spark.sql.internal.SharedState;
import org.apache.spark.sql.internal.StaticSQLConf$;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.util.ShutdownHookManager;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** What the testkit needs of Spark beyond its public interface; nothing else here does. */
public final class SparkInternals {

  private SparkInternals() {}

  /**
   * A session on a new context. {@code SparkSession.builder()} would look for the kind of session
   * on the class path with Scala's reflection, which alone takes longer than a small test.
   */
  public static SparkSession start(Map<String, String> settings) {
    var builder = org.apache.spark.sql.classic.SparkSession.builder();
    settings.forEach(builder::config);
    return builder.getOrCreate();
  }

  /** The session that was made first in this JVM, if its context still runs. */
  public static Optional<SparkSession> defaultSession() {
    Option<SparkSession> session = SparkSession.getDefaultSession();
    return session.isDefined() && !session.get().sparkContext().isStopped()
        ? Optional.of(session.get())
        : Optional.empty();
  }

  /** A setting of the session, if it has it. */
  public static Optional<String> setting(SparkSession spark, String key) {
    Option<String> value = spark.conf().getOption(key);
    return value.isDefined() ? Optional.of(value.get()) : Optional.empty();
  }

  /** Whether rows are sorted over all partitions, and nothing after that takes them apart again. */
  public static boolean isSorted(Dataset<?> rows) {
    LogicalPlan plan = ((org.apache.spark.sql.classic.Dataset<?>) rows).queryExecution().analyzed();
    while (!QueryReader.asksOthers(plan)
        && (plan instanceof OrderPreservingUnaryNode
            || plan instanceof GlobalLimit
            || plan instanceof LocalLimit
            || plan instanceof CollectMetrics
            || plan instanceof Sample)) {
      plan = plan.children().head();
    }
    return plan instanceof Sort sort && sort.global();
  }

  /**
   * The session of this thread, or else the default one.
   *
   * @param otherwise what else a test can do if there is none, behind the advice to start one; may be empty
   * @throws IllegalStateException if there is none
   */
  public static SparkSession activeSession(String otherwise) {
    Option<SparkSession> session = SparkSession.getActiveSession();
    return session.isDefined()
        ? session.get()
        : defaultSession()
            .orElseThrow(
                () -> new IllegalStateException(
                    "no Spark session is active in this thread: put @SparkTest on the test class"
                        + otherwise));
  }

  /** A setting of the context, which a session cannot change. */
  public static Optional<String> contextSetting(SparkSession spark, String key) {
    Option<String> value = spark.sparkContext().conf().getOption(key);
    return value.isDefined() ? Optional.of(value.get()) : Optional.empty();
  }

  /** Whether only a new context takes this setting. */
  public static boolean belongsToContext(String key) {
    // its settings are known as static only once it is loaded
    StaticSQLConf$.MODULE$.WAREHOUSE_PATH();
    return SQLConf.isStaticConfigKey(key)
        || key.equals("spark.master")
        || key.startsWith("spark.hadoop.")
        || (!key.startsWith("spark.sql.")
            // an extension gives settings of sessions names of its own, known once it is loaded
            && !SQLConf$.MODULE$.containsConfigKey(key)
            && ConfigEntry.findEntry(key) != null);
  }

  public static Map<String, String> settings(SparkSession spark) {
    return new HashMap<>(CollectionConverters.asJava(spark.conf().getAll()));
  }

  public static void deleteAtExit(Path directory) {
    ShutdownHookManager.registerShutdownDeleteDir(directory.toFile());
  }

  /** The running streaming queries of all sessions. */
  public static List<StreamingQuery> activeQueries(SparkSession spark) {
    // the class of the queries is in another package in each version of Spark
    Collection<?> queries = shared(spark).activeStreamingQueries().values();
    return queries.stream().map(StreamingQuery.class::cast).toList();
  }

  /** The names of what is cached, by the numbers of the RDDs; of all sessions. */
  public static Map<Integer, String> persisted(SparkSession spark) {
    Map<Integer, String> names = new HashMap<>();
    new JavaSparkContext(spark.sparkContext())
        .getPersistentRDDs()
        .forEach((id, rdd) -> names.put(id, rdd.name() == null ? "RDD " + id : rdd.name()));
    return names;
  }

  public static void unpersist(SparkSession spark, Set<Integer> ids) {
    new JavaSparkContext(spark.sparkContext())
        .getPersistentRDDs()
        .forEach(
            (id, rdd) -> {
              if (ids.contains(id)) {
                rdd.unpersist(true);
              }
            });
  }

  /** Whether no dataset is to be cached, computed or not. */
  public static boolean cacheIsEmpty(SparkSession spark) {
    return shared(spark).cacheManager().isEmpty();
  }

  /**
   * What Spark has put on the context's bus for single sessions. It does not take them away when a
   * session is no longer used.
   */
  public static Set<Object> listenersOfSessions(SparkSession spark) {
    return spark.sparkContext().listenerBus().listeners().stream()
        .filter(listener -> listener.getClass().getSimpleName().endsWith("ListenerBus"))
        .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
  }

  /** Takes away what Spark has put there for single sessions, but not what is to stay. */
  public static void removeListenersOfSessions(SparkSession spark, Set<Object> stay) {
    for (Object listener : listenersOfSessions(spark)) {
      if (!stay.contains(listener)) {
        spark.sparkContext().removeSparkListener((SparkListenerInterface) listener);
      }
    }
  }

  public static void createDatabase(SparkSession spark, String name, Path directory) {
    catalog(spark)
        .createDatabase(
            new CatalogDatabase(
                name, "", directory.toUri(), scala.collection.immutable.Map$.MODULE$.empty()),
            false);
    catalog(spark).setCurrentDatabase(name);
  }

  public static void dropDatabase(SparkSession spark, String name) {
    catalog(spark).setCurrentDatabase("default");
    catalog(spark).dropDatabase(name, true, true);
  }

  public static Set<String> temporaryViews(SparkSession spark) {
    return Set.copyOf(CollectionConverters.asJava(catalog(spark).getTempViewNames()));
  }

  public static void dropTemporaryView(SparkSession spark, String name) {
    catalog(spark).dropTempView(name);
  }

  public static String optimizedPlan(Dataset<?> dataset) {
    return inFull(query(dataset).optimizedPlan());
  }

  /** Before it is adapted to the sizes found while running. */
  public static String physicalPlan(Dataset<?> dataset) {
    return inFull(query(dataset).executedPlan());
  }

  private static QueryExecution query(Dataset<?> dataset) {
    return ((org.apache.spark.sql.classic.Dataset<?>) dataset).queryExecution();
  }

  /** The plan with all columns of wide rows, of which Spark shows 25 only. */
  private static String inFull(TreeNode<?> plan) {
    SQLConf conf = SQLConf.get().clone();
    conf.setConfString("spark.sql.debug.maxToStringFields", String.valueOf(Integer.MAX_VALUE));
    return SQLConf.withExistingConf(conf, plan::treeString);
  }

  private static SharedState shared(SparkSession spark) {
    return ((org.apache.spark.sql.classic.SparkSession) spark).sharedState();
  }

  private static SessionCatalog catalog(SparkSession spark) {
    return ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().catalog();
  }
}
