package dev.sluice.spark.bridge;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.sources.DataSourceRegister;
import scala.jdk.javaapi.CollectionConverters;

/** The files that rows are read from, by path or through a table or view. */
public final class FileRelations {

  private FileRelations() {}

  /** The names of the formats. */
  public static Set<String> formats(Dataset<Row> rows) {
    return of(rows)
        .map(HadoopFsRelation::fileFormat)
        .filter(DataSourceRegister.class::isInstance)
        .map(format -> ((DataSourceRegister) format).shortName())
        .collect(Collectors.toSet());
  }

  /** The columns that are directories. */
  public static Set<String> directories(Dataset<Row> rows) {
    return of(rows)
        .flatMap(relation -> Stream.of(relation.partitionSchema().fieldNames()))
        .collect(Collectors.toSet());
  }

  static Stream<HadoopFsRelation> of(Dataset<Row> rows) {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
    return CollectionConverters.asJava(plan.collectLeaves()).stream()
        .filter(LogicalRelation.class::isInstance)
        .map(leaf -> ((LogicalRelation) leaf).relation())
        .filter(HadoopFsRelation.class::isInstance)
        .map(HadoopFsRelation.class::cast);
  }
}
