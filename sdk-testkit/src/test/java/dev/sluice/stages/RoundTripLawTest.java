package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.stages.RoundTrip.Format;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.jvm.JvmOfTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a sink wrote, the source of the same record reads back equal, in a JVM of another zone and a
 * session of another zone; what a format cannot keep is refused before a row is written. {@code
 * -Dsluice.law.rows=5000 -Dsluice.law.seed=2} tries more and other rows, {@code
 * -Dsluice.law.full=true} all records in all formats in all zones, see {@link RoundTrip#all}.
 */
@SparkTest
class RoundTripLawTest {

  @Test
  void whatWasWrittenIsReadBackEqualInAnotherJvmOfAnotherZone(SparkKit kit) throws Exception {
    Path here = kit.directory().resolve("here");
    Path there = kit.directory().resolve("there");
    Path results = kit.directory().resolve("results");
    RoundTripJvm jvm = new RoundTripJvm(kit.spark());
    String zone = TimeZone.getDefault().getRawOffset() == 0 ? "Europe/Berlin" : "UTC";

    Map<RoundTrip, String> refused = jvm.write(here);
    int status =
        JvmOfTest.run(
            List.of(
                "-Duser.timezone=" + zone,
                "-Dsluice.law.full=" + Boolean.getBoolean("sluice.law.full"),
                "-Dsluice.law.rows=" + System.getProperty("sluice.law.rows", "60"),
                "-Dsluice.law.seed=" + System.getProperty("sluice.law.seed", "1")),
            RoundTripJvm.class.getName(),
            there.toString(),
            here.toString(),
            results.toString());

    assertThat(status).isZero();
    List<String> lines = Files.readAllLines(results);
    // files of instants in ORC are refused by the reader as they are by the writer
    assertThat(lines.stream().filter(line -> line.startsWith("\t")).map(String::strip))
        .filteredOn(line -> !line.contains(" holds an Instant, which ORC moves"))
        .isEmpty();
    assertThat(jvm.read(there, 1))
        .filteredOn(line -> !line.contains(" holds an Instant, which ORC moves"))
        .isEmpty();
    refused.forEach((trip, sentence) -> assertThat(sentence).contains(refusal(trip)));
    assertThat(refused.keySet().stream().map(RoundTrip::name).collect(Collectors.toSet()))
        .isEqualTo(refusals(TimeZone.getDefault().getRawOffset() == 0));
    assertRefusedThere(lines, zone.equals("UTC"));
  }

  private static void assertRefusedThere(List<String> lines, boolean utc) throws IOException {
    assertThat(
        lines.stream()
            .filter(line -> !line.startsWith("\t"))
            .map(line -> line.substring(0, line.indexOf('\t'))))
        .containsExactlyInAnyOrderElementsOf(refusals(utc));
  }

  private static java.util.Set<String> refusals(boolean utc) {
    return RoundTrip.all().stream()
        .filter(trip -> !refusal(trip).isEmpty() || !utc && hasMomentInOrc(trip))
        .map(RoundTrip::name)
        .collect(Collectors.toSet());
  }

  private static boolean hasMomentInOrc(RoundTrip trip) {
    return trip.format().isOrc()
        && List.of("Flat", "Moments", "Moment").contains(trip.type().getSimpleName());
  }

  /** Why a round is refused in every zone; empty if it is not. */
  private static String refusal(RoundTrip trip) {
    String type = trip.type().getSimpleName();
    if (trip.format() == Format.CSV) {
      return switch (type) {
        case "Flat", "Primitive" -> "";
        case "Text", "Whole", "Real", "Day", "Moment" ->
          "NULL in the only column of a file of %s would be an empty line".formatted(type);
        default -> "which one CSV value cannot hold; use Parquet or JSON";
      };
    } else if (trip.format() == Format.JSON && type.equals("Keys")) {
      return "the keys of a JSON map are texts";
    } else if (trip.format().isOrc() && type.equals("Keys")) {
      return "Keys.byDay has a map whose keys are dates, of which ORC would keep one entry alone";
    }
    return "";
  }
}
