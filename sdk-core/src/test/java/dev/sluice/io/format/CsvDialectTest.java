package dev.sluice.io.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDialectTest {

  private final Pattern wellQuoted = Pattern.compile(new CsvDialect(Map.of()).wellQuoted());

  @ParameterizedTest
  @ValueSource(
      strings = {
          "1,\"two",
          "\"",
          "1,\"ends with a doubled quote\"\"",
          "\"a, b\",\"and then",
          "1,\"DECOUPAGE,GREETING CARD,",
          "1,\"two\" ",
          "\"1\"2,two"
      })
  void findsAValueWhoseQuoteIsNotItsEnd(String line) {
    assertThat(wellQuoted.matcher(line).find()).isFalse();
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
    assertThat(wellQuoted.matcher(line).find()).isTrue();
  }
}
