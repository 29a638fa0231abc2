package dev.sluice.spark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.ExternalRDD;
import org.apache.spark.sql.execution.ExternalRDDScanExec;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.RDDScanExec;
import org.apache.spark.sql.execution.RowDataSourceScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.sources.BaseRelation;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Tells which scan of an executed plan reads which source: both hold the same relation, table or
 * RDD. For files it is the root paths, because Spark copies the relation when it prunes partitions.
 *
 * <p>Rows that stand in the plan itself ({@code LocalRelation}) have no identity: Spark may have
 * filtered them while it planned, so a scan of them tells nothing of the source.
 */
final class ScanIdentity {

  private ScanIdentity() {}

  /** The identities of all that a source reads. */
  static Set<Object> ofSource(Dataset<Row> source) {
    Set<Object> identities = new LinkedHashSet<>();
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) source).queryExecution().analyzed();
    for (LogicalPlan leaf : CollectionConverters.asJava(plan.collectLeaves())) {
      if (leaf instanceof LogicalRelation relation) {
        identities.add(ofRelation(relation.relation()));
      } else if (leaf instanceof DataSourceV2Relation relation) {
        identities.add(relation.table());
      } else if (leaf instanceof LogicalRDD rdd) {
        identities.add(rdd.rdd());
      } else if (leaf instanceof ExternalRDD<?> rdd) {
        identities.add(rdd.rdd());
      }
    }
    return identities;
  }

  /** The identity of what a scan reads; empty if it has none. */
  static Optional<Object> ofScan(SparkPlan scan) {
    if (scan instanceof FileSourceScanExec files) {
      return Optional.of(ofRelation(files.relation()));
    } else if (scan instanceof RowDataSourceScanExec relation) {
      return Optional.of(ofRelation(relation.relation()));
    } else if (scan instanceof BatchScanExec batch) {
      return Optional.of(batch.table());
    } else if (scan instanceof RDDScanExec rdd) {
      return Optional.of(rdd.rdd());
    } else if (scan instanceof ExternalRDDScanExec<?> rdd) {
      return Optional.of(rdd.rdd());
    }
    return Optional.empty();
  }

  private static Object ofRelation(BaseRelation relation) {
    return relation instanceof HadoopFsRelation files ? paths(files) : relation;
  }

  private static List<String> paths(HadoopFsRelation files) {
    List<String> paths = new ArrayList<>();
    CollectionConverters.asJava(files.location().rootPaths())
        .forEach(path -> paths.add(path.toString()));
    return List.copyOf(paths);
  }
}
