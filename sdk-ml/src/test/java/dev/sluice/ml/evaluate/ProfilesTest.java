package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.model.Card;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class ProfilesTest {

  @Example
  void numbersAreInDeciles() {
    double[] values = IntStream.range(0, 1_000).mapToDouble(i -> i * i).toArray();

    Card.Profile profile = Profiles.ofNumbers("spent", values);

    assertThat(profile.edges()).hasSize(9);
    assertThat(Arrays.copyOf(profile.shares(), 10)).containsOnly(0.1);
  }

  @Example
  void aFewValuesHaveABinEach() {
    Card.Profile profile = Profiles.ofNumbers("stars", new double[]{5, 1, 5, 3});

    assertThat(profile.names()).containsExactly("below 3", "3 to 5", "from 5", "(NULL)");
    assertThat(profile.shares()).containsExactly(0.25, 0.25, 0.5, 0);
  }

  @Example
  void aValueThatMostRowsHaveMakesFewerBins() {
    double[] values = IntStream.range(0, 1_000).mapToDouble(i -> Math.max(0, i - 750)).toArray();

    Card.Profile profile = Profiles.ofNumbers("clicks", values);

    assertThat(profile.edges()).hasSize(2);
    assertThat(profile.shares()[0]).isCloseTo(0.8, within(0.06));
  }

  @Example
  void nullIsABin() {
    Card.Profile profile = Profiles.ofNumbers("age", new double[]{Double.NaN, 3, 4, 4});

    assertThat(profile.shares()).containsExactly(0.25, 0.5, 0.25);
  }

  @Example
  void allNullIsABinToo() {
    Card.Profile profile = Profiles.ofNumbers("age", new double[]{Double.NaN});

    assertThat(profile.names()).containsExactly("any", "(NULL)");
    assertThat(profile.shares()).containsExactly(0, 1);
  }

  @Property(tries = 500)
  void anyNumbersHaveSharesThatAddUp(@ForAll @NotEmpty double[] values) {
    Card.Profile profile = Profiles.ofNumbers("any", values);

    assertThat(Arrays.stream(profile.shares()).sum()).isCloseTo(1, within(1e-9));
    assertThat(profile.names()).hasSize(profile.size());
  }

  @Example
  void zeroHasNoSign() {
    Card.Profile profile = Profiles.ofNumbers("balance", new double[]{-1, 0, -0.0, 1});

    assertThat(profile.shares()).containsExactly(0.25, 0.5, 0.25, 0);
  }

  @Example
  void theMostFrequentLevelsHaveABinEach() {
    List<String> sites = Arrays.asList("a", "b", "b", null, "c", "b", "c", "d", "d", "e");

    Card.Profile profile = Profiles.ofLevels("site", sites, 2);

    assertThat(profile.names()).containsExactly("b", "c", "other", "(NULL)");
    assertThat(profile.shares()).containsExactly(0.3, 0.2, 0.4, 0.1);
  }

  @Example
  void countsGiveTheSameAsRows() {
    assertThat(Profiles.ofLevels("site", Map.of("a", 1L, "b", 2L), 1, 5))
        .isEqualTo(Profiles.ofLevels("site", Arrays.asList("b", null, "a", "b"), 5));
  }

  @Example
  void aLevelThatTrainingHasNotSeenIsOneOfTheOthers() {
    Card.Profile profile = Profiles.ofLevels("site", List.of("a", "b"), 5);

    assertThat(profile.bin("new")).isEqualTo(2);
  }

  @Example
  void withoutRowsNothingIsSeen() {
    assertThatThrownBy(() -> Profiles.ofNumbers("age", new double[0]))
        .hasMessage("no row to see from what age looks like");
  }
}
