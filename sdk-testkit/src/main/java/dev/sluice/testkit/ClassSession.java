package dev.sluice.testkit;

import dev.sluice.testkit.bridge.SparkInternals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;

/** The session, database and directory of one test class. */
final class ClassSession {

  private static final String SHARED = "shared";
  private static final String DATABASE = "database";

  private final String owner;
  private final SessionSettings settings;
  private final SparkSession spark;
  private final Path directory;
  private final String database;
  private final Traces before;
  private final SparkKit kit;
  private final Set<Object> listenersOfOthers;

  private ClassSession(
      String owner,
      SessionSettings settings,
      SparkSession spark,
      Path directory,
      Set<Object> listenersOfOthers,
      boolean threads) {
    this.listenersOfOthers = listenersOfOthers;
    this.owner = owner;
    this.settings = settings;
    this.spark = spark;
    this.directory = directory;
    this.database = Directories.name(directory.getFileName().toString()).toLowerCase();
    SparkInternals.createDatabase(spark, database, Directories.create(directory.resolve(DATABASE)));
    Path shared = Directories.create(directory.resolve(SHARED));
    this.before = Traces.before(spark, directory, threads);
    this.kit = SparkKit.of(spark, shared);
  }

  /**
   * @param owner tells the class apart from all others
   * @param name what the class is called
   * @param withThreads whether all threads of this JVM are the class's
   */
  static ClassSession open(
      String owner, String name, SessionSettings settings, boolean withThreads) {
    SharedContext context = SharedContext.with(settings);
    Set<Object> listeners = SparkInternals.listenersOfSessions(context.root());
    SparkSession spark = context.root().newSession();
    settings.session().forEach(spark.conf()::set);
    SparkSession.setActiveSession(spark);
    String unique = UUID.randomUUID().toString().substring(0, 8);
    Path directory = context.directory().resolve(Directories.name(name) + "_" + unique);
    return new ClassSession(owner, settings, spark, directory, listeners, withThreads);
  }

  boolean isOwnedBy(String candidate) {
    return owner.equals(candidate);
  }

  boolean serves(SessionSettings wanted) {
    return settings.equals(wanted);
  }

  SparkSession spark() {
    return spark;
  }

  /** For what is made for all tests of the class. */
  SparkKit kit() {
    return kit;
  }

  /** What is there before a test begins. */
  TestScope begin(String test, int number, boolean withThreads) {
    SparkSession.setActiveSession(spark);
    Path own = directory.resolve("%d_%s".formatted(number, Directories.name(test)));
    return new TestScope(
        SparkKit.of(spark, Directories.create(own)),
        Traces.before(spark, directory, withThreads),
        before,
        own);
  }

  /** Ends the session; gives what the class has left behind, one line each. */
  List<String> close() {
    kit.close();
    List<String> left = new ArrayList<>(before.cleanUp());
    SparkInternals.dropDatabase(spark, database);
    SparkInternals.removeListenersOfSessions(spark, listenersOfOthers);
    Directories.delete(directory);
    SparkSession.clearActiveSession();
    return left;
  }

  /** One test. */
  record TestScope(SparkKit kit, Traces before, Traces ofClass, Path directory) {

    /** Gives what the test has left behind, one line each. */
    List<String> end() {
      kit.close();
      List<String> left = before.cleanUp();
      ofClass.forgive(before);
      Directories.delete(directory);
      return left;
    }
  }
}
