package dev.sluice.spark.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.ExternalRDD;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2ScanRelation;
import org.apache.spark.sql.sources.BaseRelation;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * Tells which scan of an executed plan reads which source: both come from a leaf of a logical plan that
 * holds the same relation, table or RDD. Spark links each operator to the logical plan it carries out, and a
 * native accelerator that puts an operator of its own in the place of Spark's keeps that link: so no class of
 * an operator is asked for. For files it is the root paths, because Spark copies the relation when it prunes
 * partitions.
 *
 * <p>Rows that stand in the plan itself ({@code LocalRelation}) have no identity: Spark may have
 * filtered them while it planned, so a scan of them tells nothing of the source.
 */
public final class ScanIdentity {

  private ScanIdentity() {}

  /** The identities of all that a source reads. */
  public static Set<Object> ofSource(Dataset<Row> source) {
    Set<Object> identities = new LinkedHashSet<>();
    leaves(((org.apache.spark.sql.classic.Dataset<Row>) source).queryExecution().analyzed())
        .forEach(leaf -> ofLeaf(leaf).ifPresent(identities::add));
    return identities;
  }

  /** The identity of what a scan reads; empty if it has none, or carries out what reads several. */
  static Optional<Object> ofScan(SparkPlan scan) {
    return OptionConverters.toJava(scan.logicalLink())
        .map(ScanIdentity::leaves)
        .filter(leaves -> leaves.size() == 1)
        .flatMap(leaves -> ofLeaf(leaves.get(0)));
  }

  private static List<LogicalPlan> leaves(LogicalPlan plan) {
    return CollectionConverters.asJava(plan.collectLeaves());
  }

  private static Optional<Object> ofLeaf(LogicalPlan leaf) {
    if (leaf instanceof LogicalRelation relation) {
      return Optional.of(ofRelation(relation.relation()));
    } else if (leaf instanceof DataSourceV2Relation relation) {
      return Optional.of(relation.table());
    } else if (leaf instanceof DataSourceV2ScanRelation scanned) {
      return Optional.of(scanned.relation().table());
    } else if (leaf instanceof LogicalRDD rdd) {
      return Optional.of(rdd.rdd());
    } else if (leaf instanceof ExternalRDD<?> rdd) {
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
