package dev.sluice.samples.nexmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each query of the Nexmark benchmark against the same in plain Java over the same events. */
@SparkTest(conf = "spark.sql.session.timeZone=UTC")
class QueriesTest {

  private static final Events EVENTS = new NexmarkEvents(42, 2_000).arrived();
  private static final int EPOCHS = 2;

  private final SparkKit kit;

  /** One directory for all: Spark may look after the state of a stream when it has just ended. */
  QueriesTest(SparkKit kit) {
    this.kit = kit;
  }

  static Stream<Query<?>> queries() {
    return Queries.all().stream();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aBatchGivesTheRowsOfPlainJava(Query<?> query) {
    requireSame(query, QueryRun::batch);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aStreamGivesTheRowsOfPlainJava(Query<?> query) {
    requireSame(query, run -> run.stream(EPOCHS));
  }

  @Test
  void aBatchGivesEachLastBidOnceThoughAStreamGivesItAgain() {
    requireOnce(Queries.named("q18"));
  }

  private <T extends Record> void requireOnce(Query<T> query) {
    QueryRun<T> run =
        new QueryRun<>(query, EVENTS, kit.spark(), kit.directory().resolve("once"));

    assertThat(run.batch()).containsExactlyInAnyOrderElementsOf(query.plain().apply(EVENTS));
  }

  private <T extends Record> void requireSame(Query<T> query, Function<QueryRun<T>, List<T>> way) {
    QueryRun<T> run =
        new QueryRun<>(query, EVENTS, kit.spark(), kit.directory().resolve(query.name()));

    List<T> rows = query.settled().apply(way.apply(run));

    assertThat(rows).isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(query.plain().apply(EVENTS));
  }
}
