package dev.sluice.io;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.RecordType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Avro files cannot hold, or do not keep. */
final class Avro {

  private static final OptionalJar JAR =
      new OptionalJar(
          "org.apache.spark.sql.avro.AvroFileFormat", "org.apache.spark:spark-avro_2.13");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Avro() {}

  static boolean is(String format) {
    return format.equalsIgnoreCase("avro");
  }

  /** What to do if Spark's module is missing. */
  static Optional<String> missing() {
    return JAR.missing().map(sentence -> sentence + ", in the version of Spark");
  }

  /** A sentence for each column that has no type or no name in Avro. */
  static List<String> problems(RecordType record, Collection<String> directories) {
    return record.components().stream()
        .filter(c -> !directories.contains(c.column()))
        .flatMap(
            c -> Stream.concat(
                NAME.matcher(c.column()).matches()
                    ? Stream.empty()
                    : Stream.of(
                        "the column \"%s\" of %s.%s has a sign in its name that Avro does not know: call it otherwise with @ColumnName, of letters, digits and _, or use Parquet"
                            .formatted(c.column(), record.simpleName(), c.name())),
                within("%s.%s".formatted(record.simpleName(), c.name()), c.logicalType())))
        .toList();
  }

  private static Stream<String> within(String component, ColumnType type) {
    if (type == Scalar.BYTE || type == Scalar.SHORT) {
      return Stream.of(
          "%s is a %s, of which Avro makes an int: make an int of it before, or use Parquet"
              .formatted(component, type == Scalar.BYTE ? "byte" : "short"));
    } else if (type == Scalar.DURATION) {
      return Stream.of(
          "%s is a Duration, which Avro has no type for: make a long of it before, or use Parquet"
              .formatted(component));
    } else if (type instanceof Struct struct) {
      return problems(struct.recordType(), List.of()).stream();
    } else if (type instanceof MapOf map) {
      boolean byText = map.key() == Scalar.STRING || map.key() instanceof ColumnType.Enumeration;
      return Stream.concat(
          byText
              ? Stream.empty()
              : Stream.of(
                  "%s is a map whose keys are no texts, which Avro cannot hold: use Parquet, or a list of records"
                      .formatted(component)),
          within(component, map.value()));
    }
    return type.parts().flatMap(part -> within(component, part));
  }
}
