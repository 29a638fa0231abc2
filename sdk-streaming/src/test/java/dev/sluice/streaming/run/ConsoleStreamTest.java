package dev.sluice.streaming.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleStreamTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ConsoleStream console =
      new ConsoleStream(Optional.of(new PrintStream(bytes, true, StandardCharsets.UTF_8)));

  private static StreamProgress step(long epoch, long rows, Optional<Instant> watermark,
      long state) {
    return new StreamProgress(
        "auction", "stream", epoch, NOON, rows, 1234.4, 2000, watermark, 0, state, 0, List.of(),
        Map.of());
  }

  @Test
  void oneLineIsWrittenOverWithEachStep() {
    console.progressed(step(0, 1000, Optional.empty(), 0));
    console.progressed(step(1, 500, Optional.of(NOON.minusMillis(10_500)), 7));
    console.ended(Optional.empty());

    assertThat(bytes.toString(StandardCharsets.UTF_8).split("\r\u001b\\[2K"))
        .containsExactly(
            "",
            "auction  epoch 0  1,000 rows  1,234 rows/s",
            "auction  epoch 1  1,500 rows  1,234 rows/s  watermark 10.5 s behind  7 rows remembered"
                + System.lineSeparator());
  }

  @Test
  void withoutATerminalNothingIsShown() {
    new ConsoleStream(Optional.empty()).progressed(step(0, 1, Optional.empty(), 0));

    assertThat(bytes.size()).isZero();
  }
}
