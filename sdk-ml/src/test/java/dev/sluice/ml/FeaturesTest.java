package dev.sluice.ml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.feature.Features;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What is wrong with features is said with what to do, and with the line that has it. */
class FeaturesTest {

  record Visit(String site, String device, Double bid, Instant at) {}

  private static final Features<Visit> NONE = Features.of(Visit.class);

  private static void refusesTheLambda(Features<Visit> features) {
    assertThat(features.problems())
        .anySatisfy(
            problem -> assertThat(problem)
                .contains("FeaturesTest.java:")
                .contains("a lambda has no column name: write a method reference"));
  }

  @Test
  void aLambdaIsNoCategory() {
    refusesTheLambda(NONE.category((Visit visit) -> visit.site()));
  }

  @Test
  void aLambdaIsNoTime() {
    refusesTheLambda(NONE.time(visit -> visit.at()).hourOfDay(ZoneOffset.UTC));
  }

  @Test
  void aLambdaIsNotCrossed() {
    refusesTheLambda(NONE.cross(Visit::site, visit -> visit.device()));
  }

  @Test
  void aLambdaIsNotWatched() {
    refusesTheLambda(NONE.category(Visit::site).watch(visit -> visit.device()));
  }
}
