package dev.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
      "0, 0 B",
      "1023, 1023 B",
      "1024, 1.0 KiB",
      "1048575, 1.0 MiB",
      "1610612736, 1.5 GiB",
      "9223372036854775807, 8.0 EiB"
  })
  void showsBytesInTheUnitThatFits(long bytes, String shown) {
    assertThat(Amounts.bytes(bytes)).isEqualTo(shown);
  }
}
