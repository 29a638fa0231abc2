package dev.sluice.samples.mutations;

import dev.sluice.testkit.SparkKit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A deliberate fault in a pipeline, and a test that must catch it. The right and the wrong stage
 * are made of the same inputs and go through the same test.
 *
 * @param fault the slip, in a few words
 * @param right the test of the right stage
 * @param wrong the test of the stage with the fault
 * @param finding what the failure must say
 */
record Mutation(String fault, Consumer<SparkKit> right, Consumer<SparkKit> wrong, Finding finding) {

  /** Begins with the slip. */
  static Fault of(String fault) {
    return new Fault(fault);
  }

  /** Next come the inputs. */
  record Fault(String fault) {
    <I> Given<I> given(Function<SparkKit, I> inputs) {
      return new Given<>(fault, inputs);
    }
  }

  /** Next comes the stage as it should be. */
  record Given<I>(String fault, Function<SparkKit, I> inputs) {
    <S> Right<I, S> right(Function<I, S> stage) {
      return new Right<>(fault, inputs, stage);
    }
  }

  /** Next comes the stage with the fault. */
  record Right<I, S>(String fault, Function<SparkKit, I> inputs, Function<I, S> right) {
    Wrong<S> wrong(Function<I, S> stage) {
      return new Wrong<>(fault, inputs.andThen(right), inputs.andThen(stage));
    }
  }

  /** Next comes the test. */
  record Wrong<S>(String fault, Function<SparkKit, S> right, Function<SparkKit, S> wrong) {
    Tested test(Consumer<S> test) {
      return new Tested(
          fault, kit -> test.accept(right.apply(kit)), kit -> test.accept(wrong.apply(kit)));
    }
  }

  /** Last comes what it finds. */
  record Tested(String fault, Consumer<SparkKit> right, Consumer<SparkKit> wrong) {
    Mutation finds(Finding finding) {
      return new Mutation(fault, right, wrong, finding);
    }
  }
}
