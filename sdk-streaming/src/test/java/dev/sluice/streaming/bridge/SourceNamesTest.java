package dev.sluice.streaming.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names by which Spark knows sources; checkpoints have them, so they must stay as they are. */
class SourceNamesTest {

  @Test
  void theFirstReadingOfASourceHasTheNameOfItsStage() {
    assertThat(SourceNames.of("bids", 1)).isEqualTo("bids");
  }

  @Test
  void eachOtherReadingHasOneOfItsOwn() {
    assertThat(SourceNames.of("bids", 2)).isEqualTo("bids_2_f4518a72");
    assertThat(SourceNames.of("bids", 3)).isNotEqualTo(SourceNames.of("bids", 2));
  }

  @Test
  void aReadingIsNotTakenForAStageOfASimilarName() {
    assertThat(SourceNames.of("bids", 2))
        .isNotEqualTo(SourceNames.of("bids_2", 1))
        .isNotEqualTo(SourceNames.of("bids 2", 1));
  }
}
