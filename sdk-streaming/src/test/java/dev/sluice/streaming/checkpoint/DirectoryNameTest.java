package dev.sluice.streaming.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as directories. */
class DirectoryNameTest {

  @ParameterizedTest
  @CsvSource({
      "daily_sales, daily_sales",
      "v1.2-a, v1.2-a",
      "daily sales, daily=20sales",
      "a/b, a=2Fb",
      "a=2Fb, a=3D2Fb",
      "., =2E",
      ".., =2E.",
      "_hidden, =5Fhidden",
      "Tür, T=C3=BCr",
      "100%, 100=25"
  })
  void anyNameIsALegalDirectory(String name, String directory) {
    assertThat(DirectoryName.of(name)).isEqualTo(directory);
  }

  @Test
  void longNamesThatDifferAtTheEndAreTwoDirectories() {
    String start = "x".repeat(300);

    assertThat(DirectoryName.of(start + "a"))
        .hasSizeLessThan(240)
        .isNotEqualTo(DirectoryName.of(start + "b"));
  }

  @Test
  void aSinkIsNeverTheQueryOfAllSinks() {
    assertThat(CheckpointPlace.of("/c", "p", List.of("stream"))).isEqualTo("/c/p/stream");
    assertThat(CheckpointPlace.of("/c", "p", List.of("sinks", "../stream")))
        .isEqualTo("/c/p/sinks/=2E.=2Fstream");
  }
}
