package dev.sluice.samples.mutations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests written with the testkit catch slips in pipelines, and name the row and the field. */
@SparkTest
class MutationsTest {

  private static final List<Mutation> ALL =
      Stream.of(
          JoinFaults.all(),
          PricingFaults.all(),
          CleaningFaults.all(),
          InvoiceFaults.all(),
          AggregationFaults.all(),
          CohortFaults.all(),
          RecencyFaults.all(),
          ConditionFaults.all(),
          NullFaults.all(),
          TimeFaults.all(),
          RankingFaults.all(),
          ColumnFaults.all(),
          MoneyFaults.all(),
          UnionFaults.all())
          .flatMap(List::stream)
          .toList();

  @TestFactory
  Stream<DynamicTest> passesOnTheRightPipeline(SparkKit kit) {
    return ALL.stream()
        .map(
            mutation -> DynamicTest.dynamicTest(mutation.fault(),
                () -> mutation.right().accept(kit)));
  }

  @TestFactory
  Stream<DynamicTest> namesTheRowAndTheFieldOfTheFault(SparkKit kit) {
    return ALL.stream()
        .map(
            mutation -> DynamicTest.dynamicTest(
                mutation.fault(),
                () -> {
                  Throwable failure = catchThrowable(() -> mutation.wrong().accept(kit));
                  assertThat(failure).isInstanceOf(AssertionError.class);
                  assertThat(mutation.finding().isIn(failure.getMessage()))
                      .as("%s in%n%s", mutation.finding(), failure.getMessage())
                      .isTrue();
                }));
  }

  @Test
  void everyFaultIsAnotherOne() {
    assertThat(ALL).extracting(Mutation::fault).doesNotHaveDuplicates().hasSizeGreaterThan(30);
  }

  @Test
  void theGuideListsThem() throws IOException {
    int widest = ALL.stream().mapToInt(mutation -> mutation.fault().length()).max().orElse(0);
    Output.in("docs/guide/test-mutations.md", "mutations")
        .shows(
            ALL.stream()
                .map(
                    mutation -> "%s  %s"
                        .formatted(
                            mutation.fault() + " ".repeat(widest - mutation.fault().length()),
                            mutation.finding().text()))
                .collect(Collectors.joining("\n")));
  }
}
