package dev.sluice.streams;

import dev.sluice.connect.ResourceId;
import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.nio.file.Path;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The lines of JSON in a directory, as files are added: what another JVM can follow too. */
record FollowedJson<T extends Record>(Class<T> type, Path directory) implements UnboundedSource<T> {

  @Override
  public String description() {
    return "json " + directory;
  }

  @Override
  public Set<ResourceId> reads() {
    return Set.of(ResourceId.path(directory.toString()));
  }

  @Override
  public Dataset<Row> readStream(StreamContext context) {
    return context
        .spark()
        .readStream()
        .schema(RecordSchemas.of(RecordType.of(type)))
        .json(directory.toString());
  }
}
