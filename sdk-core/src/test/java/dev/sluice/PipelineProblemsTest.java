package dev.sluice;

import static dev.sluice.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.Shop.Order;
import dev.sluice.Shop.Priced;
import dev.sluice.Shop.Total;
import dev.sluice.expr.BoolExpr;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.plan.Problem;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is wrong with a pipeline as a whole, all of it at once, without Spark. */
class PipelineProblemsTest {
  private static final MarkedLines LINES = MarkedLines.of(PipelineProblemsTest.class);

  @Test
  void reportsEverythingInOneException() {
    Pipeline p = Pipeline.named("shop");
    Stage<Order> orders = p.source("orders", InMemory.rows(Order.class, List.of()));
    orders
        .limit(-1) // @limit
        .filter(col(Order::total).gt(0)) // @unknown
        .sink("all", InMemory.sink(Order.class));
    orders
        .enrich(Priced.class) // @enrich
        .sink("all", InMemory.sink(Priced.class)); // @sink

    PipelineException problems = failure(p);

    assertThat(problems.problems())
        .extracting(Problem::site)
        .extracting(Object::toString)
        .containsExactly(
            LINES.at("limit"), LINES.at("unknown"), LINES.at("enrich"), LINES.at("sink"));
    assertThat(problems)
        .hasMessageStartingWith("pipeline 'shop' has 4 problems:\n  stage 'limit Order' (")
        .hasMessageContaining("stage 'all' (");
    assertThat(problems.getMessage().lines()).hasSize(5);
  }

  @Test
  void startsNoSession() {
    Pipeline p = Pipeline.named("shop");
    boolean before = SparkSession.getDefaultSession().isDefined();
    p.source("orders", InMemory.rows(Order.class, List.of()))
        .sink("all", InMemory.sink(Order.class));

    p.validate();

    assertThat(SparkSession.getDefaultSession().isDefined()).isEqualTo(before);
  }

  @Test
  void refusesAPipelineWithoutSinks() {
    Pipeline p = Pipeline.named("shop");
    p.source("orders", InMemory.rows(Order.class, List.of())); // @source

    assertThat(messages(p))
        .containsExactly(
            "stage 'shop' (%s): no stage has a sink, so the pipeline does nothing: call sink(…) on a stage"
                .formatted(LINES.at("source")));
  }

  @Test
  void refusesSinksOfOneNameOrNone() {
    Pipeline p = Pipeline.named("shop");
    var orders = p.source("orders", InMemory.rows(Order.class, List.of()));
    orders.sink("out", InMemory.sink(Order.class)); // @first
    orders.sink("out", InMemory.sink(Order.class)); // @second
    orders.sink("", InMemory.sink(Order.class)); // @nameless

    assertThat(messages(p))
        .containsExactly(
            "stage 'out' (%s): a sink of this name exists already (%s): names must differ"
                .formatted(LINES.at("second"), LINES.at("first")),
            "stage '' (%s): a sink needs a name: reports and checkpoints go by it"
                .formatted(LINES.at("nameless")));
  }

  @Test
  void refusesTwoSinksOnOnePath() {
    Pipeline p = Pipeline.named("shop");
    var orders = p.source("orders", InMemory.rows(Order.class, List.of()));
    orders.sink("one", Files.parquet(Order.class, "/out/orders").append()); // @one
    orders.sink("two", Files.json(Order.class, "/out/x/../orders").append()); // @two

    assertThat(messages(p))
        .containsExactly(
            "stage 'two' (%s): it writes where sink 'one' (%s) writes too: /out/orders. Give each a place of its own"
                .formatted(LINES.at("two"), LINES.at("one")));
  }

  @Test
  void refusesToOverwriteWhatItReads() {
    Pipeline p = Pipeline.named("shop");
    p.source("orders", Files.parquet(Order.class, "/data/orders")) // @read
        .sink("out", Files.parquet(Order.class, "/data").overwrite()); // @over

    assertThat(messages(p))
        .singleElement()
        .asString()
        .startsWith(
            "stage 'out' (%s): it would overwrite what source 'orders' (%s) reads: "
                .formatted(LINES.at("over"), LINES.at("read")))
        .endsWith("Write to another place");
  }

  @Test
  void validatesAThousandStagesWithoutADeepStack() {
    Pipeline p = Pipeline.named("long");
    Stage<Order> stage = p.source("orders", InMemory.rows(Order.class, List.of()));
    for (int i = 0; i < 1_000; i++) {
      stage = i % 2 == 0 ? stage.filter(col(Order::price).gt(i)) : stage.union(stage.distinct());
    }
    var last = stage;
    last.sink("out", InMemory.sink(Order.class));

    assertThat(failure(p).problems()).hasSize(1);
    assertThatCode(p::describe).doesNotThrowAnyException();
  }

  @Test
  @Timeout(30)
  void validatesAConditionOfAThousandParts() {
    Pipeline p = Pipeline.named("wide");
    BoolExpr<Order> condition = col(Order::price).gt(0);
    for (int i = 0; i < 500; i++) {
      condition = condition.or(col(Order::quantity).eq(i)).and(not(col(Order::price).eq(i)));
    }
    p.source("orders", InMemory.rows(Order.class, List.of()))
        .filter(condition)
        .sink("out", InMemory.sink(Order.class));

    assertThatCode(p::validate).doesNotThrowAnyException();
    assertThatCode(p::describe).doesNotThrowAnyException();
  }

  @Test
  void validatesAThousandFiltersOfAStageWithEventTime() {
    Pipeline p = Pipeline.named("long");
    var stage =
        p.source("orders", InMemory.rows(Order.class, List.of()))
            .eventTime(Order::placedAt, Duration.ofMinutes(1));
    for (int i = 0; i < 1_000; i++) {
      stage = stage.filter(col(Order::price).gt(i));
    }
    stage
        .window(tumbling(Duration.ofHours(1)))
        .groupBy(Order::productId)
        .aggregate(row(Total::new).of(sum(Order::price)))
        .sink("out", InMemory.sink(Total.class));

    assertThatCode(p::validate).doesNotThrowAnyException();
  }

  private static PipelineException failure(Pipeline pipeline) {
    return catchThrowableOfType(PipelineException.class, pipeline::validate);
  }

  private static List<String> messages(Pipeline pipeline) {
    return failure(pipeline).problems().stream().map(Problem::toString).toList();
  }
}
