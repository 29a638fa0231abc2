package dev.sluice.io;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.RecordType;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Names that ORC files cannot hold. ORC writes its schema as a text in which back quotes quote. */
final class OrcNames {

  private OrcNames() {}

  /** A sentence for each column with such a name, also within the columns of the record. */
  static Stream<String> problems(RecordType record, Collection<String> directories) {
    return record.components().stream()
        .filter(c -> !directories.contains(c.column()))
        .flatMap(
            c -> Stream.concat(
                c.column().contains("`")
                    ? Stream.of(
                        "the column \"%s\" of %s.%s has a back quote in its name, which ORC cannot hold: call it otherwise with @ColumnName, or use Parquet"
                            .formatted(c.column(), record.simpleName(), c.name()))
                    : Stream.empty(),
                within(c.logicalType())));
  }

  private static Stream<String> within(ColumnType type) {
    return type instanceof Struct struct
        ? problems(struct.recordType(), List.of())
        : type.parts().flatMap(OrcNames::within);
  }
}
