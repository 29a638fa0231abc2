package dev.sluice.testkit;

import static dev.sluice.testkit.FixtureRun.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.testkit.bridge.SparkInternals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a class with {@link SparkTest} gets. Each fixture is a test class that runs inside a test.
 */
class SparkTestTest {

  record Row1(long id) {}

  @SparkTest
  @TestMethodOrder(MethodName.class)
  static class Isolated {
    @Test
    void a_changes(SparkSession spark) {
      spark.conf().set("spark.sql.shuffle.partitions", 7);
      spark.conf().set("my.own.setting", "x");
      spark.conf().unset("spark.sql.session.timeZone");
      spark.range(1).createOrReplaceTempView("numbers");
    }

    @Test
    void b_seesNothingOfIt(SparkSession spark) {
      assertThat(spark.conf().get("spark.sql.shuffle.partitions")).isEqualTo("1");
      assertThat(spark.conf().contains("my.own.setting")).isFalse();
      assertThat(spark.conf().get("spark.sql.session.timeZone")).isEqualTo("UTC");
      assertThat(spark.catalog().tableExists("numbers")).isFalse();
    }
  }

  @SparkTest
  static class WritesTables {
    @Test
    void inItsOwnDatabase(SparkSession spark) {
      spark.range(3).write().saveAsTable("numbers");
      assertThat(spark.table("numbers").count()).isEqualTo(3);
      assertThat(spark.catalog().currentDatabase()).isNotEqualTo("default");
    }
  }

  @SparkTest
  static class WritesTheSameTable {
    @Test
    void inAnotherDatabase(SparkSession spark) {
      assertThat(spark.catalog().tableExists("numbers")).isFalse();
      spark.range(2).write().saveAsTable("numbers");
    }
  }

  @SparkTest
  static class Injected {
    private final SparkKit ofClass;

    Injected(SparkKit kit) {
      ofClass = kit;
    }

    @BeforeAll
    static void once(SparkSession spark, SparkKit kit) throws Exception {
      assertThat(SparkSession.active()).isSameAs(spark);
      Files.writeString(kit.directory().resolve("shared.txt"), "for all tests");
    }

    @Test
    void haveDirectoriesOfTheirOwn(SparkKit kit, SparkSession spark) {
      assertThat(kit.spark()).isSameAs(spark).isSameAs(SparkSession.active());
      assertThat(ofClass.directory().resolve("shared.txt")).exists();
      assertThat(kit.directory()).isDirectory().isNotEqualTo(ofClass.directory());
      assertThat(kit.rows(Row1.class, new Row1(1)).collect(spark)).containsExactly(new Row1(1));
    }
  }

  @SparkTest
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstance {
    private final SparkSession spark;

    OneInstance(SparkSession spark) {
      this.spark = spark;
    }

    @Test
    void hasTheSession() {
      assertThat(SparkSession.active()).isSameAs(spark);
    }
  }

  @SparkTest
  static class Outer {
    @Test
    void outer(SparkSession spark) {
      spark.range(1).write().saveAsTable("of_" + spark.catalog().currentDatabase());
    }

    @Nested
    class Inner {
      @Test
      void sharesTheSession(SparkSession spark, SparkKit kit) {
        assertThat(spark).isSameAs(kit.spark()).isSameAs(SparkSession.active());
      }

      @Nested
      class Innermost {
        @Test
        void sharesItToo(SparkSession spark) {
          assertThat(spark).isSameAs(SparkSession.active());
        }
      }
    }
  }

  @SparkTest(conf = {"spark.sql.shuffle.partitions=3", "spark.sql.ansi.enabled = false", "a.b=c=d"})
  static class Configured {
    @Test
    void hasItsSettings(SparkSession spark) {
      assertThat(spark.conf().get("spark.sql.shuffle.partitions")).isEqualTo("3");
      assertThat(spark.conf().get("spark.sql.ansi.enabled")).isEqualTo("false");
      assertThat(spark.conf().get("a.b")).isEqualTo("c=d");
    }
  }

  @SparkTest(conf = "spark.default.parallelism=5")
  static class ConfiguredContext {
    @Test
    void hasAContextOfItsOwn(SparkSession spark) {
      assertThat(spark.sparkContext().defaultParallelism()).isEqualTo(5);
    }
  }

  @SparkTest(profile = SparkProfile.FAITHFUL)
  static class Faithful {
    @Test
    void hasSeveralPartitions(SparkSession spark) {
      assertThat(spark.range(100).repartition(8).groupBy("id").count().rdd().getNumPartitions())
          .isEqualTo(8);
    }
  }

  @SparkTest
  static class ByProperty {
    @Test
    void isFaithful(SparkSession spark) {
      assertThat(spark.conf().get("spark.sql.shuffle.partitions")).isEqualTo("8");
    }
  }

  @SparkTest
  static class OtherwiseNested {
    @Test
    void passes() {}

    @Nested
    @SparkTest(conf = "a=b")
    class Other {
      @Test
      void neverRuns() {}
    }
  }

  @SparkTest(conf = "nonsense")
  static class Misconfigured {
    @Test
    void neverRuns() {}
  }

  /** Two classes that must not run at the same time. */
  private static final AtomicInteger RUNNING = new AtomicInteger();

  private static void alone(SparkSession spark) {
    assertThat(RUNNING.incrementAndGet()).isEqualTo(1);
    assertThat(spark.range(10).count()).isEqualTo(10);
    assertThat(RUNNING.decrementAndGet()).isZero();
  }

  @SparkTest
  static class OneOfTwo {
    @RepeatedTest(5)
    void alone(SparkSession spark) {
      SparkTestTest.alone(spark);
    }
  }

  @SparkTest
  static class TheOtherOfTwo {
    @RepeatedTest(5)
    void alone(SparkSession spark) {
      SparkTestTest.alone(spark);
    }
  }

  abstract static class Base {
    @Test
    void inherited(SparkSession spark) {
      assertThat(spark.range(3).count()).isEqualTo(3);
    }
  }

  @SparkTest
  abstract static class AnnotatedBase extends Base {}

  static class Inheriting extends AnnotatedBase {}

  private static void passes(int tests, Class<?>... fixtures) {
    FixtureRun run = run(fixtures);
    assertThat(run.failures()).isEmpty();
    assertThat(run.succeeded()).isEqualTo(tests);
  }

  @Test
  void putsBackWhatATestChanged() {
    passes(2, Isolated.class);
  }

  @Test
  void givesEachClassADatabase() {
    passes(2, WritesTables.class, WritesTheSameTable.class);
  }

  @Test
  void injectsParametersEverywhere() {
    passes(1, Injected.class);
    passes(1, OneInstance.class);
  }

  @Test
  void sharesTheSessionWithNestedClasses() {
    passes(3, Outer.class);
  }

  @Test
  void isInherited() {
    passes(1, Inheriting.class);
  }

  @Test
  void takesSettingsFromTheAnnotation() {
    passes(1, Configured.class);
  }

  @Test
  void restartsTheContextForSettingsThatNeedIt() {
    passes(3, WritesTables.class, ConfiguredContext.class, WritesTheSameTable.class);
  }

  @Test
  void runsOneClassAfterTheOtherWhenOthersRunInParallel() {
    FixtureRun run =
        FixtureRun.with(
            Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
            OneOfTwo.class,
            TheOtherOfTwo.class);
    assertThat(run.failures()).isEmpty();
    assertThat(run.succeeded()).isEqualTo(10);
  }

  @Test
  void takesAContextThatRunsAlreadyButNotForOtherSettings() {
    SparkInternals.defaultSession().ifPresent(SparkSession::stop);
    SparkSession foreign =
        SparkSession.builder().master("local[1]").config("spark.ui.enabled", false).getOrCreate();
    try {
      passes(2, WritesTables.class, WritesTheSameTable.class);
      assertThat(run(ConfiguredContext.class).failures())
          .singleElement()
          .isEqualTo(
              "@SparkTest(conf = \"spark.default.parallelism=5\") needs a context of its own, but"
                  + " one that @SparkTest did not start runs in this JVM: stop it before, or set"
                  + " this where it is started");
      assertThat(foreign.sparkContext().isStopped()).isFalse();
    } finally {
      foreign.stop();
    }
  }

  @Test
  void hasAProfileWithSeveralPartitions() {
    passes(1, Faithful.class);
    FixtureRun run = FixtureRun.with(Map.of("sluice.test.profile", "faithful"), ByProperty.class);
    assertThat(run.failures()).isEmpty();
  }

  @Test
  void refusesAnUnknownProfile() {
    FixtureRun run = FixtureRun.with(Map.of("sluice.test.profile", "slow"), ByProperty.class);
    assertThat(run.failures())
        .singleElement()
        .asString()
        .contains("sluice.test.profile=slow: there are the profiles fast, faithful and shuffled");
  }

  @Test
  void refusesASettingWithoutAValue() {
    assertThat(run(Misconfigured.class).failures())
        .singleElement()
        .asString()
        .contains("@SparkTest(conf = \"nonsense\"): a setting is written \"key=value\"");
  }

  @Test
  void refusesOtherSettingsInANestedClass() {
    FixtureRun run = run(OtherwiseNested.class);
    assertThat(run.succeeded()).isEqualTo(1);
    assertThat(run.failures())
        .singleElement()
        .asString()
        .contains("Other is nested in a class with other @SparkTest settings");
  }

  @Test
  void leavesNoDirectoryOfAClass() {
    passes(2, WritesTables.class, Injected.class);
    Path directory =
        Path.of(
            SparkInternals.contextSetting(
                SparkInternals.defaultSession().orElseThrow(), "spark.sluice.test.directory")
                .orElseThrow());
    assertThat(Directories.entries(directory).stream().map(p -> p.getFileName().toString()))
        .isSubsetOf(List.of("warehouse"));
  }

  @Test
  void namesTheSurefireLinesWhereAFlagIsMissing() {
    assertThatThrownBy(() -> JvmRequirements.check(name -> !name.equals("java.util")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            this JVM keeps Spark out of java.util: dates, timestamps and Kryo would fail later on.
            Tell Surefire (and the run configuration of your IDE, if it does not read the POM):

              <plugin>
                <artifactId>maven-surefire-plugin</artifactId>
                <configuration>
                  <argLine>--add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.lang.invoke=ALL-UNNAMED --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/sun.util.calendar=ALL-UNNAMED</argLine>
                </configuration>
              </plugin>
            """);
  }
}
