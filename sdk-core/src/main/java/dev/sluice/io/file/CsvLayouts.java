package dev.sluice.io.file;

import dev.sluice.connect.PathName;
import dev.sluice.io.format.CsvDialect;
import dev.sluice.io.format.CsvRows;
import dev.sluice.io.format.Parsed;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.files.Storage;
import dev.sluice.text.ClosestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Which order the values have in which files. Spark itself takes the header of a CSV as a line to
 * skip and assigns values by position, in silence; here the headers of all files are read, and
 * files of one header are read together.
 *
 * @param all one layout for each different header
 * @param problems what keeps the files from being read, a sentence each
 */
record CsvLayouts(List<CsvLayout> all, List<String> problems) {

  static final String BYTE_ORDER_MARK = "\uFEFF";

  static CsvLayouts of(SparkSession spark, FileSpec<?> spec, CsvDialect dialect) {
    Lines lines = Lines.of(spark, spec, dialect.charset());
    if (!dialect.header()) {
      return new CsvLayouts(List.of(byPosition(spec, lines, dialect)), List.of());
    }
    String[] inputFiles = lines.rows().inputFiles();
    if (inputFiles.length == 0) {
      return new CsvLayouts(
          List.of(),
          List.of(
              "%s: there is no file below the path%s; a file of 0 bytes would do"
                  .formatted(
                      spec.description(),
                      spec.listing().containsKey("pathGlobFilter")
                          ? " that named(…) matches"
                          : "")));
    }
    Map<String, List<String>> filesByHeader = filesByHeader(spark, inputFiles, dialect);
    List<CsvLayout> layouts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    boolean same = filesByHeader.size() == 1;
    if (filesByHeader.isEmpty()) {
      // all files are empty: there are no rows today, which is no problem
      return new CsvLayouts(List.of(byPosition(spec, lines, dialect)), List.of());
    }
    if (!same
        && !lines.directories().isEmpty()
        && (spec.paths().size() > 1 || PathName.hasGlob(spec.paths().get(0)))) {
      problems.add(
          "%s: files with different headers, of which directories are columns, must be below one path"
              .formatted(spec.description()));
    }
    filesByHeader.forEach(
        (header, files) -> {
          List<String> names = dialect.names(header);
          problems.addAll(
              problems(spec, lines.directories(), names, same ? "" : " of " + files.get(0)));
          layouts.add(
              new CsvLayout(
                  same ? spec.paths() : files.stream().map(PathName::literal).toList(),
                  same || lines.directories().isEmpty()
                      ? Map.of()
                      : Map.of("basePath", spec.paths().get(0)),
                  Optional.of(header),
                  schema(spec, names, lines.directories(), dialect)));
        });
    return new CsvLayouts(layouts, problems);
  }

  private static CsvLayout byPosition(FileSpec<?> spec, Lines lines, CsvDialect dialect) {
    StructType schema =
        CsvRows.of(Parsed.inText(spec.record(), lines.directories()), dialect).schema();
    return new CsvLayout(spec.paths(), Map.of(), Optional.empty(), schema);
  }

  private static Map<String, List<String>> filesByHeader(
      SparkSession spark, String[] inputFiles, CsvDialect dialect) {
    Map<String, Optional<String>> headers =
        Arrays.stream(inputFiles)
            .parallel()
            .map(CsvLayouts::path)
            .collect(Collectors.toConcurrentMap(f -> f, f -> firstLine(spark, f, dialect)));
    Map<String, List<String>> files = new TreeMap<>();
    new TreeMap<>(headers)
        .forEach(
            (file, header) -> header
                .ifPresent(h -> files.computeIfAbsent(h, x -> new ArrayList<>()).add(file)));
    return files;
  }

  /** Spark gives a file as a URI, in which a blank is %20, and takes it as a path. */
  static String path(String uri) {
    URI parsed = URI.create(uri);
    String authority = parsed.getAuthority() == null ? "" : "//" + parsed.getAuthority();
    return parsed.getScheme() + ":" + authority + parsed.getPath();
  }

  private static Optional<String> firstLine(SparkSession spark, String file, CsvDialect dialect) {
    try (CsvRecordReader reader = CsvRecordReader.of(Storage.of(spark, file).open(file), dialect)) {
      return header(reader, dialect);
    } catch (IOException e) {
      throw new UncheckedIOException("the header of " + file + " cannot be read", e);
    }
  }

  /** The first row of a file that is neither blank nor a comment. */
  static Optional<String> header(CsvRecordReader file, CsvDialect dialect) {
    while (file.hasNext()) {
      String row = file.next().text();
      if (!row.isBlank() && dialect.comment().filter(row::startsWith).isEmpty()) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private static List<String> problems(
      FileSpec<?> spec, List<String> directories, List<String> names, String file) {
    List<String> problems = new ArrayList<>();
    List<String> others = names.stream().filter(name -> component(spec, name).isEmpty()).toList();
    for (RecordComponentType c : Parsed.inText(spec.record(), directories)) {
      long found = names.stream().filter(name -> name.equalsIgnoreCase(c.column())).count();
      String where =
          "%s: column \"%s\" of %s.%s"
              .formatted(spec.description(), c.column(), spec.record().simpleName(), c.name());
      if (found == 0) {
        String hint =
            ClosestName.to(c.column(), others)
                .map(
                    n -> "; did you mean \"%1$s\"? Then rename the component or add @ColumnName(\"%1$s\")"
                        .formatted(n))
                .orElse("");
        problems.add("%s is not in the header %s%s%s".formatted(where, names, file, hint));
      } else if (found > 1) {
        problems.add("%s is more than once in the header %s%s".formatted(where, names, file));
      }
    }
    if (spec.exactColumns() && !others.isEmpty()) {
      problems.add(
          "%s: the header%s has columns that %s has not: %s"
              .formatted(spec.description(), file, spec.record().simpleName(), others));
    }
    return problems;
  }

  private static Optional<RecordComponentType> component(FileSpec<?> spec, String name) {
    return spec.record().components().stream()
        .filter(c -> c.column().equalsIgnoreCase(name))
        .findFirst();
  }

  private static StructType schema(
      FileSpec<?> spec, List<String> names, List<String> directories, CsvDialect dialect) {
    List<StructField> fields = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String unread = "__unread" + i;
      fields.add(
          component(spec, names.get(i))
              .filter(c -> !directories.contains(c.column()))
              .map(c -> CsvRows.field(c, dialect))
              .orElseGet(() -> DataTypes.createStructField(unread, DataTypes.StringType, true)));
    }
    return new StructType(fields.toArray(StructField[]::new))
        .add(Parsed.CORRUPT, DataTypes.StringType);
  }
}
