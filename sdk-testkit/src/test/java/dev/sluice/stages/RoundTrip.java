package dev.sluice.stages;

import dev.sluice.CheckedStage;
import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Source;
import dev.sluice.io.file.FileSource;
import dev.sluice.io.file.Files;
import dev.sluice.io.table.TableSource;
import dev.sluice.io.table.Tables;
import dev.sluice.quality.Rejected;
import dev.sluice.spark.rows.RecordRows;
import dev.sluice.testkit.SparkKit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * One round through a sink and the source of the same record: what to write, how, and in which zone
 * of the session. Any JVM finds again what another one wrote.
 *
 * @param format where the rows are in between
 * @param type the record
 * @param zone the zone of the session that writes
 */
record RoundTrip(Format format, Class<? extends Record> type, String zone) {

  static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "Asia/Kathmandu");

  private static final List<Class<? extends Record>> WIDE =
      List.of(
          LawRecords.Flat.class,
          LawRecords.Nested.class,
          LawRecords.Moments.class,
          LawRecords.Keys.class);

  private static final String SESSION_ZONE = "spark.sql.session.timeZone";
  private static final int ROWS = Integer.getInteger("sluice.law.rows", 60);
  private static final long SEED = Long.getLong("sluice.law.seed", 1);
  private static final boolean FULL = Boolean.getBoolean("sluice.law.full");
  private static final int SHOWN = 4;

  enum Format {
    CSV,
    JSON,
    PARQUET,
    ORC,
    PARQUET_TABLE,
    ORC_TABLE;

    boolean isText() {
      return this == CSV || this == JSON;
    }

    boolean isTable() {
      return this == PARQUET_TABLE || this == ORC_TABLE;
    }

    boolean isOrc() {
      return this == ORC || this == ORC_TABLE;
    }

    private <T extends Record> FileSource<T, ?> files(Class<T> type, Path path) {
      String at = path.toString();
      return switch (this) {
        case CSV -> Files.csv(type, at).header().multiLine();
        case JSON -> Files.json(type, at);
        case ORC, ORC_TABLE -> Files.orc(type, at);
        case PARQUET, PARQUET_TABLE -> Files.parquet(type, at);
      };
    }
  }

  /**
   * The rounds of a run: each wide record in each format, each format and each record in each zone,
   * and records of one column in the formats of text, where an empty line is special. With {@link
   * #FULL} each record in each format in each zone, and one column in files of all formats.
   */
  static List<RoundTrip> all() {
    List<RoundTrip> all = new ArrayList<>();
    for (Format format : Format.values()) {
      for (Class<? extends Record> type : WIDE) {
        zones(format, type).forEach(zone -> all.add(new RoundTrip(format, type, zone)));
      }
      // a table's files are those of its format
      for (Class<?> type : LawRecords.Only.class.getDeclaredClasses()) {
        if (format.isText() || FULL && !format.isTable()) {
          all.add(new RoundTrip(format, type.asSubclass(Record.class), ZONES.get(1)));
        }
      }
    }
    all.sort(Comparator.comparing(RoundTrip::name));
    return all;
  }

  /** CSV takes one of the wide records alone, which then has to meet all zones. */
  private static List<String> zones(Format format, Class<? extends Record> type) {
    int turn = format.ordinal() + WIDE.indexOf(type);
    return FULL || format == Format.CSV ? ZONES : List.of(ZONES.get(turn % ZONES.size()));
  }

  String name() {
    return "%s_%s_%s".formatted(format, type.getSimpleName(), zone.replace('/', '_'));
  }

  /** Writes; gives why that was refused before a row was written, or "". */
  String write(SparkSession spark, Path directory) {
    return write(spark, directory, type);
  }

  private <T extends Record> String write(SparkSession spark, Path directory, Class<T> type) {
    spark.conf().set(SESSION_ZONE, zone);
    BatchSink<T> sink;
    try {
      sink =
          format.isTable()
              ? table(type)
                  .overwriteAll()
                  .format(format.isOrc() ? "orc" : "parquet")
                  .location(files(directory).toString())
              : format.files(type, files(directory)).overwrite();
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
    List<String> problems = sink.check(spark);
    if (!problems.isEmpty()) {
      return String.join("\n", problems);
    }
    sink.write(RecordRows.dataset(spark, rows(type), type));
    if (format.isTable()) {
      keep(directory, spark.table(tableName()).schema().toDDL());
      spark.sql("drop table " + tableName());
    }
    return "";
  }

  /**
   * Reads what {@link #write} wrote, in a session of another zone; gives what came back otherwise.
   */
  List<String> read(SparkSession spark, Path directory, String zone) {
    spark.conf().set(SESSION_ZONE, zone);
    if (!format.isTable()) {
      return differences(spark, directory, type);
    }
    // the catalog of the JVM that wrote is not that of this one
    spark.sql(
        "create table %s (%s) using %s location '%s'"
            .formatted(
                tableName(),
                kept(directory),
                format.isOrc() ? "orc" : "parquet",
                files(directory)));
    try {
      return differences(spark, directory, type);
    } finally {
      spark.sql("drop table " + tableName());
    }
  }

  private <T extends Record> List<String> differences(
      SparkSession spark, Path directory, Class<T> type) {
    Source<T> source = format.isTable() ? table(type) : format.files(type, files(directory));
    List<String> problems = source.check(spark);
    if (!problems.isEmpty()) {
      return problems;
    }
    CheckedStage<T> stage = SparkKit.of(spark, directory).source(source);
    List<T> back = stage.collect(spark);
    List<String> differences = new ArrayList<>();
    Map<String, List<Record>> unmatched = new LinkedHashMap<>();
    back.forEach(
        row -> unmatched.computeIfAbsent(ExactText.of(row), r -> new ArrayList<>()).add(row));
    List<T> missing = new ArrayList<>();
    for (T row : rows(type)) {
      List<Record> found = unmatched.getOrDefault(ExactText.of(row), List.of());
      if (found.isEmpty()) {
        missing.add(row);
      } else {
        found.remove(found.size() - 1);
      }
    }
    List<Record> others = unmatched.values().stream().flatMap(List::stream).toList();
    missing.stream().limit(SHOWN).forEach(row -> differences.add(lost(row, others)));
    if (missing.isEmpty() && !others.isEmpty()) {
      differences.add("%d rows more, such as %s".formatted(others.size(), others.get(0)));
    }
    if (missing.size() > SHOWN) {
      differences.add("%d rows in all".formatted(missing.size()));
    }
    if (back.size() < rows(type).size()) {
      stage.rejected().collect(spark).stream()
          .limit(SHOWN)
          .map(Rejected::reasons)
          .forEach(reasons -> differences.add("rejected: " + reasons));
    }
    return differences.stream().map(difference -> name() + ": " + difference).toList();
  }

  private static String lost(Record row, List<Record> others) {
    return others.stream()
        .map(other -> ExactText.difference(row, other))
        .min(Comparator.comparingInt(String::length))
        .orElse("lost: " + ExactText.of(row));
  }

  private static <T extends Record> List<T> rows(Class<T> type) {
    return HostileRows.of(type, ROWS, SEED);
  }

  private <T extends Record> TableSource<T> table(Class<T> type) {
    return Tables.table(type, tableName());
  }

  private String tableName() {
    return name().toLowerCase();
  }

  private Path files(Path directory) {
    return directory.resolve(name());
  }

  private Path definition(Path directory) {
    return directory.resolve(name() + ".ddl");
  }

  private void keep(Path directory, String ddl) {
    try {
      java.nio.file.Files.writeString(definition(directory), ddl);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String kept(Path directory) {
    try {
      return java.nio.file.Files.readString(definition(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
