package dev.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {

  private static final OptionalLong UNKNOWN = OptionalLong.empty();

  @TempDir
  Path dir;

  private static OptionalLong n(long value) {
    return OptionalLong.of(value);
  }

  private static RunReport report() {
    return new RunReport(
        "ecommerce",
        "r1",
        RunStatus.FAILED,
        Instant.parse("2025-03-01T10:15:30Z"),
        12.345,
        List.of(
            new SourceReport("orders", "csv /in/orders", n(5_000_000), n(3), n(1536), n(4), n(2))),
        List.of(
            new StageReport(
                "valid orders",
                n(5_000_000),
                n(4_999_990),
                n(8),
                List.of(RuleCount.of("positive quantity", 8)),
                List.of(),
                List.of(RuleCount.of("dedupe orderId", 2)),
                List.of())),
        List.of(
            new SinkReport(
                "daily_sales",
                "parquet /out/daily_sales",
                Optional.of("/out/daily_sales"),
                RunStatus.SUCCEEDED,
                Optional.empty(),
                n(1_234),
                n(5L << 20),
                n(2),
                2.0,
                n(2),
                n(0),
                n(0),
                n(100),
                Optional.empty()),
            new SinkReport(
                "top",
                "list",
                Optional.empty(),
                RunStatus.FAILED,
                Optional.empty(),
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                0.04,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                Optional.of("division by zero\nat some place"))),
        List.of("Something to know."));
  }

  @Test
  void showsAlignedTablesToPeople() {
    assertThat(report().toText())
        .isEqualTo(
            """
            Pipeline ecommerce failed in 12.3 s (run r1, started 2025-03-01T10:15:30Z)

            Source       Rows  Malformed     Size  Files  Reads
            orders  5,000,000          3  1.5 KiB      4      2

            Stage                            Rows in   Accepted  Rejected  Dropped
            valid orders                   5,000,000  4,999,990         8        2
              rejected: positive quantity                               8
              dropped: dedupe orderId                                            2

            Sink            Status   Rows     Size  Files  Seconds  Rows/s  Partitions  Shuffled  Spilled
            daily_sales  succeeded  1,234  5.0 MiB      2      2.0     617           2       0 B      0 B
            top             failed      -        -      -      0.0       -           -         -        -

            Sink top failed: division by zero

            Note: Something to know.
            """);
  }

  @Test
  void takesOtherNotesAndStaysTheSameBeyondThem() {
    RunReport report = report();

    assertThat(report.withNotes(List.of("Another.")).notes()).containsExactly("Another.");
    assertThat(report.withNotes(List.of()).withNotes(report.notes())).isEqualTo(report);
  }

  @Test
  void showsTheSameTextInEveryLocale() {
    Locale before = Locale.getDefault();
    String text = report().toText();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(report().toText()).isEqualTo(text);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whetherRowsAreConservedIsNotKnownWithoutTheirCounts() throws Exception {
    StageReport uncounted =
        new StageReport(
            "valid",
            OptionalLong.empty(),
            OptionalLong.of(1),
            OptionalLong.of(0),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    RunReport report =
        new RunReport(
            "p",
            "r",
            RunStatus.SUCCEEDED,
            Instant.EPOCH,
            1,
            List.of(),
            List.of(uncounted),
            List.of(),
            List.of());

    JsonNode json = new ObjectMapper().readTree(report.toJson());

    assertThat(json.at("/stages/0/conserved").isNull()).isTrue();
  }

  @Test
  void writesJsonForPrograms() throws Exception {
    JsonNode json = new ObjectMapper().readTree(report().toJson());

    assertThat(json.at("/version").asInt()).isEqualTo(1);
    assertThat(json.at("/status").asText()).isEqualTo("FAILED");
    assertThat(json.at("/started").asText()).isEqualTo("2025-03-01T10:15:30Z");
    assertThat(json.at("/sources/0/malformed").asLong()).isEqualTo(3);
    assertThat(json.at("/stages/0/rejected/0/rule").asText()).isEqualTo("positive quantity");
    assertThat(json.at("/stages/0/conserved").asBoolean()).isTrue();
    assertThat(json.at("/sinks/0/rowsPerSecond").asDouble()).isEqualTo(617.0);
    assertThat(json.at("/notes/0").asText()).isEqualTo("Something to know.");
  }

  @Test
  void writesNullToJsonForWhatIsNotKnown() throws Exception {
    JsonNode sink = new ObjectMapper().readTree(report().toJson()).at("/sinks/1");

    assertThat(sink.get("rows").isNull()).isTrue();
    assertThat(sink.get("rowsPerSecond").isNull()).isTrue();
  }

  @Test
  void writesJsonToAFileInAFolderThatIsNotThereYet() throws Exception {
    Path file = dir.resolve("reports/run.json");

    report().writeJson(file);

    assertThat(Files.readString(file)).isEqualTo(report().toJson());
  }

  @Test
  void namesTheFileThatCannotBeWritten() {
    assertThatThrownBy(() -> report().writeJson(dir))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(dir.toString());
  }

  @Test
  void findsASinkByItsName() {
    assertThat(report().sink("daily_sales")).isPresent();
    assertThat(report().sink("other")).isEmpty();
  }
}
