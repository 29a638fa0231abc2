package dev.sluice.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDialectTest {

  private final Pattern openQuote = Pattern.compile(new CsvDialect(Map.of()).openQuote());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,\"two",
        "\"",
        "1,\"ends with a doubled quote\"\"",
        "\"a, b\",\"and then",
        "1,\"DECOUPAGE,GREETING CARD,"
      })
  void findsAValueWhoseQuoteIsNotClosed(String line) {
    assertThat(openQuote.matcher(line).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,two",
        "1,\"two\"",
        "1,5\" pipe",
        "1,\"says \"\"two\"\"\"",
        "539453,84247G,\"DECOUPAGE,GREETING CARD,\",1",
        "\",\",\",\""
      })
  void takesALineWithClosedQuotesForWhole(String line) {
    assertThat(openQuote.matcher(line).find()).isFalse();
  }
}
