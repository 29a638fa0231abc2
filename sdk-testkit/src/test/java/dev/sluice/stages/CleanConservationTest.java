package dev.sluice.stages;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.desc;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.quality.CleanRules;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunReport;
import dev.sluice.run.StageReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the rules and the rows: each row is accepted, rejected or dropped, and only one. */
@SparkTest
class CleanConservationTest {

  record Reading(int id, String sensor, Integer level, Double value) {}

  private static final List<BiFunction<CleanRules<Reading>, String, CleanRules<Reading>>> STEPS =
      List.of(
          (c, name) -> c.require(name, col(Reading::level).gt(1)),
          (c, name) -> c.require(name, col(Reading::value).gt(0.0)),
          (c, name) -> c.require(name, col(Reading::value).le(0.0).not()),
          (c, name) -> c.requireUnlessNull(name, col(Reading::value).lt(1.0)),
          (c, name) -> c.requireUnlessNull(name, col(Reading::sensor).ne("a")),
          (c, name) -> c.warn(name, col(Reading::level).eq(2)),
          (c, name) -> c.warnUnlessNull(name, col(Reading::sensor).eq("b")),
          (c, name) -> c.fill(Reading::level).with(2),
          (c, name) -> c.set(Reading::value).to(col(Reading::value).times(-1.0)),
          (c, name) -> c.trim(Reading::sensor),
          (c, name) -> c.dedupe(Reading::sensor, Reading::level),
          (c, name) -> c.dedupe(Reading::value),
          (c, name) -> c.keepFirst(desc(Reading::value)).per(Reading::sensor, Reading::id),
          (c, name) -> c.keepFirst(asc(Reading::level)).per(Reading::value));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void rowsInAreAcceptedRejectedOrDropped(long seed, SparkKit kit) {
    Random random = new Random(seed);
    List<Reading> readings = Stream.generate(() -> reading(random)).limit(60).toList();
    InMemorySink<Reading> accepted = InMemory.sink(Reading.class);
    InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
    CheckedStage<Reading> clean =
        kit.rows(Reading.class, readings).clean("clean", c -> randomSteps(c, random));
    clean.sink("accepted", accepted);
    clean.rejected().sink("rejected", rejected);

    RunReport report = kit.pipeline().run(kit.spark());

    assertThat(report)
        .isConserved()
        .receivedRows("clean", 60)
        .acceptedRows("clean", accepted.rows().size())
        .rejectedRows("clean", rejected.rows().size());
    StageReport stage = report.stage("clean").orElseThrow();
    assertThat(rejected.rows()).allMatch(row -> !row.reasons().isEmpty());
    assertThat(rejected.rows().stream().mapToLong(row -> row.reasons().size()).sum())
        .isEqualTo(stage.rejected().stream().mapToLong(rule -> rule.rows().orElseThrow()).sum());
  }

  /** One rule at least, so that something is counted. */
  private static CleanRules<Reading> randomSteps(CleanRules<Reading> none, Random random) {
    CleanRules<Reading> rules = none;
    for (int i = 0; i < 5; i++) {
      rules = STEPS.get(random.nextInt(STEPS.size())).apply(rules, "rule " + i);
    }
    return rules.require("last", col(Reading::value).isNotNull());
  }

  private static Reading reading(Random random) {
    return new Reading(
        random.nextInt(20),
        oneOf(random, null, "a", " a", "b"),
        oneOf(random, null, 0, 1, 2, 3),
        oneOf(random, null, Double.NaN, -0.0, 0.0, 0.5, Double.POSITIVE_INFINITY, -2.0));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  private static <V> V oneOf(Random random, V... values) {
    return values[random.nextInt(values.length)];
  }
}
