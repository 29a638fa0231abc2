package dev.sluice.streaming.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a version of state can be put together from its files. */
class StateFilesTest {

  @ParameterizedTest
  @CsvSource({
      "0/0/1.delta 0/0/2.delta, ",
      "0/0/1.delta, 0/0 has no version 2",
      "0/0/2.delta, 0/0 has no version 1",
      "0/0/2.delta 0/0/1.snapshot, ",
      "0/0/2.snapshot 0/0/.2.delta.crc, ",
      "0/0/2_4f5e.zip 0/_metadata/metadata, ",
      "0/0/2_4f5e.changelog 0/0/1_aa.zip, ",
      "0/0/2.zip 0/1/1.zip, 0/1 has no version 2",
      "1/0/2.zip, 0/0 has no files",
      "0/0/left-keyToNumValues/2.zip 0/0/left-keyWithIndexToValue/1.delta, 0/0/left-keyWithIndexToValue has no version 2"
  })
  void changesNeedTheWholeBeforeThem(String names, String missing) {
    Map<String, Long> files = new TreeMap<>();
    Arrays.stream(names.split(" ")).forEach(name -> files.put(name, 10L));

    assertThat(StateFiles.of(files).missing(1, 1, 2)).isEqualTo(Optional.ofNullable(missing));
  }
}
