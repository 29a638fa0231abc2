package dev.sluice.spark;

import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.sources.DataSourceRegister;
import scala.jdk.javaapi.CollectionConverters;

/** The formats of the files that a table or view reads. */
public final class FileFormats {

  private FileFormats() {}

  /**
   * The formats of the files behind rows.
   *
   * @param rows a table, a view, or any other data
   * @return Spark's names of them, such as {@code orc}; empty if there are no files
   */
  public static Set<String> of(Dataset<Row> rows) {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
    Set<String> names = new HashSet<>();
    for (LogicalPlan leaf : CollectionConverters.asJava(plan.collectLeaves())) {
      if (leaf instanceof LogicalRelation relation
          && relation.relation() instanceof HadoopFsRelation found
          && found.fileFormat() instanceof DataSourceRegister format) {
        names.add(format.shortName());
      }
    }
    return names;
  }
}
