package dev.sluice.streaming.bridge;

import dev.sluice.spark.bridge.StreamSources;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * The names by which Spark knows the sources of a query from one start to the next, from version 4.2
 * on; older versions go by their order. Names are given to the sources in the plan, not to their
 * readers: so any source has one, and one that a query reads twice has two.
 */
public final class SourceNames {

  /** The setting by which Spark keeps offsets by name. */
  private static final String FORMAT = "spark.sql.streaming.offsetLog.formatVersion";

  private static final String BY_NAME = "2";

  /**
   * Before it repeats an epoch that was not committed Spark compares the number of partitions with
   * that of the log, where the first run has not written it (SPARK-59662), and finds none.
   */
  private static final String LOOK_FOR_PARTITIONS =
      "spark.sql.streaming.checkUnfinishedRepartitionOnRestart";

  private static final String NAMES = "org.apache.spark.sql.catalyst.streaming.";
  private static final String HAS_NAME = NAMES + "HasStreamingSourceIdentifyingName";
  private static final String NAME = NAMES + "StreamingSourceIdentifyingName";
  private static final String GIVEN_NAME = NAMES + "UserProvided";

  /** What is done while a session has some settings. */
  @FunctionalInterface
  public interface Body<T, E extends Exception> {

    /**
     * Does it.
     *
     * @throws E if it fails
     */
    T get() throws E;
  }

  private SourceNames() {}

  /** Whether this version of Spark knows names. */
  public static boolean areKnown() {
    return SparkClass.named(HAS_NAME).isPresent();
  }

  /**
   * Whether the sources of a new query get names: where Spark knows them and the session asks for
   * them, or says nothing and the query has no state. Of one with state Spark 4.2.0 could not read the
   * state of a first run outside the query (SPARK-59662).
   *
   * @param hasState whether it remembers anything
   */
  public static boolean areWanted(SparkSession spark, boolean hasState) {
    String said = said(spark).getOrDefault(StreamSources.SOURCE_EVOLUTION, "");
    return areKnown() && (said.isEmpty() ? !hasState : said.equals("true"));
  }

  /**
   * The name of a source.
   *
   * @param stage the name of its stage
   * @param reading which of several readings of it in one query, from 1 on
   */
  public static String of(String stage, int reading) {
    String name = StreamSources.name(stage);
    return reading == 1 ? name : StreamSources.name(name + "#" + reading);
  }

  /**
   * The rows of a source, by its name.
   *
   * @param rows as they are read
   * @param stage the name of its stage
   */
  public static Dataset<Row> named(Dataset<Row> rows, String stage) {
    return renamed(rows, before -> of(stage, 1));
  }

  /** The rows of a query, in which each reading of a source has a name of its own. */
  public static Dataset<Row> apart(Dataset<Row> query) {
    Map<String, Integer> readings = new HashMap<>();
    return renamed(query, name -> of(name, readings.merge(name, 1, Integer::sum)));
  }

  /**
   * Reads sources that get no names from their readers, in a session that may ask for them.
   *
   * @param session a session of which nobody else makes use meanwhile
   * @throws E if the body does
   */
  public static <T, E extends Exception> T notAsked(SparkSession session, Body<T, E> body)
      throws E {
    return with(Map.of(StreamSources.SOURCE_EVOLUTION, "false"), session, body);
  }

  /**
   * Starts a query.
   *
   * @param session a session of which nobody else makes use meanwhile
   * @param byName whether its sources have names, by which Spark then keeps its offsets
   * @param toTell what else is set while it starts, if they have
   * @throws E if the body does
   */
  public static <T, E extends Exception> T starting(
      SparkSession session, boolean byName, Map<String, String> toTell, Body<T, E> start)
      throws E {
    if (!byName) {
      return notAsked(session, start);
    }
    Map<String, String> settings = new HashMap<>(toTell);
    settings.put(StreamSources.SOURCE_EVOLUTION, "true");
    settings.put(FORMAT, BY_NAME);
    settings.put(LOOK_FOR_PARTITIONS, "false");
    return with(settings, session, start);
  }

  private static <T, E extends Exception> T with(
      Map<String, String> settings, SparkSession session, Body<T, E> body) throws E {
    Map<String, String> before = said(session);
    settings.forEach(session.conf()::set);
    try {
      return body.get();
    } finally {
      for (String setting : settings.keySet()) {
        if (before.containsKey(setting)) {
          session.conf().set(setting, before.get(setting));
        } else {
          session.conf().unset(setting);
        }
      }
    }
  }

  private static Map<String, String> said(SparkSession spark) {
    return CollectionConverters.asJava(spark.conf().getAll());
  }

  private static Dataset<Row> renamed(Dataset<Row> rows, UnaryOperator<String> names) {
    var dataset = (org.apache.spark.sql.classic.Dataset<Row>) rows;
    LogicalPlan plan =
        dataset.queryExecution().analyzed().transformDown(new Renaming(names));
    plan.setAnalyzed(); // it was, and its sources have changed in nothing else
    return org.apache.spark.sql.classic.Dataset.ofRows(dataset.sparkSession(), plan);
  }

  /** Gives the sources of a plan other names, in the order in which they stand in it. */
  private static final class Renaming extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {

    private static final long serialVersionUID = 1L;

    private final transient UnaryOperator<String> names;

    Renaming(UnaryOperator<String> names) {
      this.names = names;
    }

    @Override
    public boolean isDefinedAt(LogicalPlan plan) {
      return SparkClass.named(HAS_NAME).filter(type -> type.isInstance(plan)).isPresent();
    }

    /** Of a source that has no name yet, the old one is empty. */
    @Override
    public LogicalPlan apply(LogicalPlan source) {
      try {
        Class<?> hasName = Class.forName(HAS_NAME);
        Object old = hasName.getMethod("sourceIdentifyingName").invoke(source);
        Object given =
            Class.forName(GIVEN_NAME)
                .getConstructor(String.class)
                .newInstance(names.apply(text(old)));
        return (LogicalPlan) hasName
            .getMethod("withSourceIdentifyingName", Class.forName(NAME))
            .invoke(source, given);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "this Spark's names of sources are not as those of the versions that are known", e);
      }
    }

    private static String text(Object name) throws ReflectiveOperationException {
      Option<?> text = (Option<?>) Class.forName(NAME).getMethod("nameOpt").invoke(name);
      return text.isDefined() ? (String) text.get() : "";
    }
  }
}
