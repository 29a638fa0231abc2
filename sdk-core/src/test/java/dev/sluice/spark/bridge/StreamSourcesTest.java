package dev.sluice.spark.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Names of stages as Spark takes them. */
class StreamSourcesTest {

  @Test
  void aLegalNameIsLeftAsItIs() {
    assertThat(StreamSources.name("bids_2")).isEqualTo("bids_2");
  }

  @Test
  void anyOtherIsLegalAndAlwaysTheSame() {
    assertThat(StreamSources.name("bids (raw)")).isEqualTo("bids__raw__138b309d");
    assertThat(StreamSources.name("größe")).matches("[a-zA-Z0-9_]+");
  }

  @Test
  void namesThatDifferStayDifferent() {
    List<String> stages = List.of("a b", "a_b", "a-b", "a.b", "a,b", "ä", "ö");

    assertThat(stages.stream().map(StreamSources::name).collect(Collectors.toSet()))
        .hasSize(stages.size());
  }
}
