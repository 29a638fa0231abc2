package dev.sluice.io.cassandra;

import dev.sluice.io.cassandra.CqlColumn.Kind;
import dev.sluice.io.cassandra.Reading.Restriction;
import dev.sluice.spark.rows.RowsByPart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The reading of a table: what is wrong with it, and its parts.
 *
 * @param source what is to be read
 * @param table the table as the server has it
 */
record TableRead<T extends Record>(CassandraTable<T> source, RealTable table) {

  List<String> problems() {
    List<String> problems = new ArrayList<>(stored().readingProblems());
    List<CqlColumn> restricted = new ArrayList<>();
    for (Restriction restriction : restrictions()) {
      table.column(column(restriction)).ifPresent(restricted::add);
    }
    if (!restricted.isEmpty()) {
      restrictionProblems(restricted).forEach(problems::add);
    }
    return problems;
  }

  private Stream<String> restrictionProblems(List<CqlColumn> restricted) {
    List<CqlColumn> key = table.partitionKey();
    List<CqlColumn> first =
        table.primaryKey().subList(0, Math.min(restricted.size(), table.primaryKey().size()));
    if (!restricted.containsAll(key)) {
      return Stream.of(
          "where(…) takes a value for each column of the partition key %s, and has %s; other rows can be left out with filter(…), which reads the table"
              .formatted(RealTable.text(key), RealTable.text(restricted)));
    } else if (!first.containsAll(restricted)) {
      return Stream.of(
          "where(…) takes the clustering columns in their order %s, and has %s; leave out other rows with filter(…)"
              .formatted(RealTable.text(table.primaryKey()), RealTable.text(restricted)));
    }
    return restricted.stream()
        .filter(column -> column.kind() != Kind.PARTITION_KEY && column.kind() != Kind.CLUSTERING)
        .map(column -> "column \"%s\" is not in the primary key".formatted(column.name()));
  }

  Dataset<Row> rows(SparkSession spark, OpenTable open) {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new CassandraException(String.join("; ", problems));
    }
    PartReader reader =
        new PartReader(
            source.cluster(),
            table.name(),
            stored().columns(),
            restrictions().stream().map(this::stored).collect(Collectors.toList()),
            table.partitionKey().stream().map(CqlColumn::quoted).collect(Collectors.toList()),
            source.reading(),
            source.description());
    return RowsByPart.of(spark, source.record(), parts(open), reader);
  }

  private List<Part> parts(OpenTable open) {
    if (restrictions().isEmpty()) {
      int wanted =
          source.reading().wantedPartitions()
              .orElseGet(() -> SizeEstimate.parts(open.session(), table));
      return new Ring(open.session()).parts(wanted);
    }
    List<ArrayList<Object>> keys = keys();
    return Part.grouped(keys, source.reading().wantedPartitions().orElse(8)).stream()
        .map(group -> new Part(new ArrayList<>(), new ArrayList<>(group)))
        .toList();
  }

  /** Each combination of the values. */
  private List<ArrayList<Object>> keys() {
    List<ArrayList<Object>> keys = List.of(new ArrayList<>());
    for (Restriction restriction : restrictions()) {
      List<ArrayList<Object>> longer = new ArrayList<>();
      for (ArrayList<Object> key : keys) {
        for (Object value : restriction.values()) {
          ArrayList<Object> next = new ArrayList<>(key);
          next.add(value);
          longer.add(next);
        }
      }
      keys = longer;
    }
    return keys;
  }

  private List<Restriction> restrictions() {
    return source.reading().restrictions();
  }

  private String column(Restriction restriction) {
    return source.record().component(restriction.component()).orElseThrow().column();
  }

  private StoredColumn stored(Restriction restriction) {
    return stored().columns().get(
        source.record().componentNames().indexOf(restriction.component()));
  }

  private StoredRecord stored() {
    return new StoredRecord(source.record(), table);
  }
}
