package dev.sluice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Both compilers refuse each mistake, at its line and for its reason. */
class RefusalsTest {

  @TestFactory
  Stream<DynamicContainer> doesNotCompile() {
    return Refusals.all().entrySet().stream()
        .map(
            subject -> DynamicContainer.dynamicContainer(
                subject.getKey(), subject.getValue().stream().map(RefusalsTest::test)));
  }

  @Test
  void knowsMoreThanEightyKindsOfMistakes() {
    List<String> titles =
        Refusals.all().values().stream().flatMap(List::stream).map(Refusal::title).toList();

    assertThat(titles).doesNotHaveDuplicates().hasSizeGreaterThan(80);
  }

  private static DynamicTest test(Refusal refusal) {
    return DynamicTest.dynamicTest(
        refusal.title(),
        () -> Refusals.compiled()
            .assertThat(refusal.title())
            .doesNotCompile(refusal.javac())
            .atLine(refusal.line())
            .withEclipseMessageStarting(refusal.eclipse()));
  }
}
