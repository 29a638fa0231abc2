package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaTextTest {

  enum Color {
    RED
  }

  record Point(int x, long y) {}

  record Everything(
      boolean flag,
      byte small,
      short shorter,
      float single,
      Double number,
      String text,
      BigDecimal amount,
      LocalDate day,
      Instant at,
      LocalDateTime local,
      Duration length,
      Color color,
      byte[] bytes,
      Point point,
      List<Long> list,
      Map<String, Integer> map) {}

  @Test
  void writesARowAsTheCallThatMakesIt() {
    Everything row =
        new Everything(
            true,
            (byte) 1,
            (short) 2,
            1.5f,
            2.5,
            "a \"b\"\n\\",
            new BigDecimal("1.50"),
            LocalDate.of(2024, 2, 29),
            Instant.parse("2024-01-01T12:00:00.000001Z"),
            LocalDateTime.parse("2024-01-01T12:00:00"),
            Duration.ofMinutes(90),
            Color.RED,
            new byte[]{1, -1},
            new Point(1, 2),
            List.of(1L, 2L),
            Map.of("a", 1));
    assertThat(JavaText.of(row))
        .isEqualTo(
            "new Everything(true, (byte) 1, (short) 2, 1.5f, 2.5, \"a \\\"b\\\"\\n\\\\\", new"
                + " BigDecimal(\"1.50\"), LocalDate.of(2024, 2, 29),"
                + " Instant.parse(\"2024-01-01T12:00:00.000001Z\"),"
                + " LocalDateTime.parse(\"2024-01-01T12:00\"), Duration.parse(\"PT1H30M\"),"
                + " Color.RED, new byte[] {1, -1}, new Point(1, 2L), List.of(1L, 2L),"
                + " Map.of(\"a\", 1))");
  }

  @Test
  void writesNumbersThatHaveNoLiteral() {
    assertThat(JavaText.of(Double.NaN)).isEqualTo("Double.NaN");
    assertThat(JavaText.of(Float.NEGATIVE_INFINITY)).isEqualTo("Float.NEGATIVE_INFINITY");
    assertThat(JavaText.of(-0.0)).isEqualTo("-0.0");
    assertThat(JavaText.of(Long.MIN_VALUE)).isEqualTo("-9223372036854775808L");
  }

  @Test
  void writesNullsInCollectionsAsWhatCanHoldThem() {
    assertThat(JavaText.of(Arrays.asList(1, null))).isEqualTo("Arrays.asList(1, null)");
    assertThat(JavaText.of(Collections.singletonList(null)))
        .isEqualTo("Collections.singletonList(null)");
    assertThat(JavaText.of(Collections.singletonMap("a", null)))
        .isEqualTo("new HashMap<>() {{ put(\"a\", null); }}");
  }

  @Test
  void escapesWhatOneWouldNotSee() {
    assertThat(JavaText.of("a\u00a0b\u200bc\u0000")).isEqualTo("\"a\\u00a0b\\u200bc\\u0000\"");
    assertThat(JavaText.of("größer 😀")).isEqualTo("\"größer 😀\"");
  }
}
