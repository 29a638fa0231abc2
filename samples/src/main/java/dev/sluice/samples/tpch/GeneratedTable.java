package dev.sluice.samples.tpch;

import dev.sluice.Pipeline;
import dev.sluice.connect.BoundedSource;
import dev.sluice.io.memory.InMemory;
import io.trino.tpch.TpchEntity;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table as the benchmark's generator makes it, in Spark's tasks.
 *
 * @param type the record of its rows
 * @param table the generator
 * @param scale how large it is; 1 is a gigabyte of text for all tables together
 * @param row a row of what the generator made
 * @param <E> what the generator makes
 * @param <T> the record of its rows
 */
record GeneratedTable<E extends TpchEntity, T extends Record>(
    Class<T> type, Entities<E> table, double scale, Mapping<E, T> row)
    implements BoundedSource<T> {

  private static final double ROWS_OF_A_PART = 200_000;

  /** The generator of a table, which Spark's tasks make for themselves. */
  interface Entities<E> extends Serializable {

    /** The rows of one of so many parts, counted from 1. */
    Iterable<E> part(double scale, int part, int parts);
  }

  /** Makes a row of a record, in Spark's tasks. */
  interface Mapping<E, T> extends Function<E, T>, Serializable {}

  @Override
  public String description() {
    return "%s of TPC-H, scale %s".formatted(type.getSimpleName(), scale);
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    int parts = (int) Math.max(1, Math.ceil(6_000_000 * scale / ROWS_OF_A_PART));
    // copies, as the source itself cannot be sent to Spark's tasks
    Entities<E> entities = table;
    double size = scale;
    Mapping<E, T> mapping = row;
    FlatMapFunction<Long, T> rows =
        part -> StreamSupport.stream(
            entities.part(size, part.intValue() + 1, parts).spliterator(), false)
            .map(mapping)
            .iterator();
    return spark.range(0, parts, 1, parts).flatMap(rows, encoder(spark)).toDF();
  }

  private Encoder<T> encoder(SparkSession spark) {
    return Pipeline.named("rows")
        .source("rows", InMemory.rows(type, List.of()))
        .toTypedDataset(spark)
        .encoder();
  }
}
