package dev.sluice.stages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** What one JVM does for the law: it writes all rounds, then reads those of another one. */
final class RoundTripJvm {

  private final SparkSession spark;

  RoundTripJvm(SparkSession spark) {
    this.spark = spark;
  }

  /** Arguments: where to write, what to read, a file for what came out. */
  public static void main(String[] arguments) throws IOException {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "localhost")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.catalogImplementation", "in-memory")
            .config("spark.sql.warehouse.dir", arguments[0] + "/warehouse")
            .getOrCreate();
    RoundTripJvm jvm = new RoundTripJvm(spark);
    List<String> lines = new ArrayList<>();
    jvm.write(Path.of(arguments[0]))
        .forEach((trip, refusal) -> lines.add(trip.name() + "\t" + refusal));
    jvm.read(Path.of(arguments[1]), 1).forEach(difference -> lines.add("\t" + difference));
    Files.write(Path.of(arguments[2]), lines);
    spark.stop();
  }

  /** Writes all; gives why some were refused. */
  Map<RoundTrip, String> write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Map<RoundTrip, String> refused = new TreeMap<>(java.util.Comparator.comparing(RoundTrip::name));
    for (RoundTrip trip : RoundTrip.all()) {
      String refusal;
      try {
        refusal = trip.write(spark, directory);
      } catch (Exception e) {
        refusal = "FAILED " + root(e);
      }
      if (!refusal.isEmpty()) {
        refused.put(trip, refusal.replace("\n", " / "));
      }
    }
    return refused;
  }

  /** Reads all that is there; gives what came back otherwise. */
  List<String> read(Path directory, int zonesOn) {
    List<String> differences = new ArrayList<>();
    for (RoundTrip trip : RoundTrip.all()) {
      if (Files.exists(directory.resolve(trip.name()))) {
        int zone = RoundTrip.ZONES.indexOf(trip.zone()) + zonesOn;
        try {
          differences.addAll(
              trip.read(spark, directory, RoundTrip.ZONES.get(zone % RoundTrip.ZONES.size())));
        } catch (Exception e) {
          differences.add(trip.name() + ": FAILED " + root(e));
        }
      }
    }
    return differences.stream().map(difference -> difference.replace("\n", " / ")).toList();
  }

  private static String root(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }
}
