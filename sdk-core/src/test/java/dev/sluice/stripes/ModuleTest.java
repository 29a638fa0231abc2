package dev.sluice.stripes;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.run.RunReport;
import dev.sluice.spark.compile.TestSpark;
import dev.sluice.stripes.Numbers.Number;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What a module may add, without a changed line in the core. */
class ModuleTest {

  record Name(String name) {}

  private final SparkSession spark = TestSpark.session();
  private final Pipeline pipeline = Pipeline.named("striped");
  private final Stage<Number> numbers = pipeline.source("numbers", new Numbers(7));

  @Test
  void aVerbAndAConnector() {
    assertThat(Stripe.of(numbers, col(Number::value), 3).collect(spark))
        .containsExactly(new Number(0, "n0"), new Number(3, "n3"), new Number(6, "n6"));
  }

  @Test
  void aVerbIsDescribedAndCompared() {
    Stripe.of(numbers, col(Number::value), 3).sink("out", InMemory.sink(Number.class));

    assertThat(pipeline.describe()).contains("stripe Number <- #1 : Number of 3");
    assertThat(pipeline.plan().toJson()).contains("\"verb\" : \"stripe\"", "\"width\" : 3");
  }

  @Test
  void aKindOfExpression() {
    assertThat(
        numbers.limit(1).select(row(Name::new).of(Mirrored.of(col(Number::name)))).collect(spark))
        .isEqualTo(List.of(new Name("n00n")));
  }

  @Test
  void aRule() {
    Stripe.of(numbers, col(Number::value), 1).sink("out", InMemory.sink(Number.class));

    assertThatThrownBy(pipeline::validate)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("stage 'stripe Number'")
        .hasMessageContaining("a stripe of less than 2 takes every row");
  }

  @Test
  void aCheckOfTheWorld() {
    Stripe.of(numbers, col(Number::value), 3).sink("out", InMemory.sink(Number.class));
    SparkSession strict = spark.newSession();
    strict.conf().set(StripesModule.FORBIDDEN, "true");

    assertThatThrownBy(() -> pipeline.check(strict))
        .hasMessageContaining("this session forbids stripes");
    pipeline.check(spark);
  }

  @Test
  void aPartOfTheReport() {
    Stripe.of(numbers, col(Number::value), 3).named("thirds")
        .sink("out", InMemory.sink(Number.class));

    RunReport report = pipeline.run(spark);

    assertThat(report.notes()).contains("Stage thirds took a stripe.");
  }
}
