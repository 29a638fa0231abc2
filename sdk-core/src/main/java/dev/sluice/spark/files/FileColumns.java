package dev.sluice.spark.files;

import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.FileRelations;
import dev.sluice.spark.bridge.FileSchema;
import dev.sluice.spark.bridge.FileSchemas;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The schema to read files with that know their own. Spark guesses the types of directories, and
 * takes the schema of one Parquet or ORC file for that of all. The record knows better: a directory
 * has the type of its component, a column that only some files have is NULL in the others, and
 * where types differ each file's values are widened without loss.
 *
 * @param columns the schema to read with; it may still differ from the record
 * @param directories the columns that are directories
 * @param problems one sentence for each column of a file that, unlike in other files, cannot be
 *     read into the record
 */
public record FileColumns(StructType columns, Set<String> directories, List<String> problems) {

  /**
   * Looks at the files.
   *
   * @param files what Spark has loaded without a schema
   * @param format the format's name
   * @param record the record that the rows are to be
   * @return the schema of {@code files} itself where nothing differs
   * @throws IOException if the footer of a file cannot be read
   */
  public static FileColumns of(Dataset<Row> files, String format, RecordType record)
      throws IOException {
    List<FileSchema> schemas = FileSchemas.of(files);
    boolean differ =
        schemas.stream().map(file -> file.columns().catalogString()).distinct().count() > 1;
    SchemaUnion union =
        new SchemaUnion(
            format.equalsIgnoreCase("parquet"),
            Boolean.parseBoolean(files.sparkSession().conf().get("spark.sql.caseSensitive")));
    StructType columns = differ ? union.join(schemas, record) : files.schema();
    return new FileColumns(
        PartitionTypes.of(files, columns, record), directories(files), union.problems());
  }

  /**
   * The columns that are directories ({@code column=value}).
   *
   * @param files what Spark has loaded: files, a table or a view
   * @return their names; empty if there are no files
   */
  public static Set<String> directories(Dataset<Row> files) {
    return FileRelations.directories(files);
  }

  /**
   * The formats of the files.
   *
   * @param files what Spark has loaded: files, a table or a view
   * @return Spark's names of them, such as {@code orc}; empty if there are no files
   */
  public static Set<String> formats(Dataset<Row> files) {
    return FileRelations.formats(files);
  }
}
