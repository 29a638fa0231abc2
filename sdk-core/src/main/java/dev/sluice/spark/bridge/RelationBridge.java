package dev.sluice.spark.bridge;

import dev.sluice.connect.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.HiveTableRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.execution.datasources.v2.FileTable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a dataset reads in the end, through views and other datasets: the tables and the paths their
 * files are in. Nothing is computed.
 */
public final class RelationBridge {

  private RelationBridge() {}

  /**
   * The tables and paths at the bottom of a dataset.
   *
   * @param rows the dataset
   * @return their identities; what is neither a table nor a file has none
   */
  public static Set<ResourceId> resources(Dataset<Row> rows) {
    Set<ResourceId> found = new LinkedHashSet<>();
    List<LogicalPlan> open = new ArrayList<>();
    open.add(((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed());
    while (!open.isEmpty()) {
      LogicalPlan plan = open.remove(open.size() - 1);
      add(plan, found);
      open.addAll(CollectionConverters.asJava(plan.children()));
      open.addAll(CollectionConverters.asJava(plan.subqueries()));
    }
    return found;
  }

  private static void add(LogicalPlan plan, Set<ResourceId> found) {
    if (plan instanceof LogicalRelation relation) {
      if (relation.catalogTable().isDefined()) {
        found.add(table(relation.catalogTable().get().identifier()));
      }
      if (relation.relation() instanceof HadoopFsRelation files) {
        addPaths(files.location(), found);
      }
    } else if (plan instanceof HiveTableRelation table) {
      found.add(table(table.tableMeta().identifier()));
      if (table.tableMeta().storage().locationUri().isDefined()) {
        found.add(ResourceId.path(table.tableMeta().storage().locationUri().get().toString()));
      }
    } else if (plan instanceof DataSourceV2Relation relation) {
      if (relation.table() instanceof FileTable files) {
        addPaths(files.fileIndex(), found);
      } else if (relation.identifier().isDefined()) {
        found.add(ResourceId.table(relation.table().name()));
      }
    }
  }

  private static ResourceId table(TableIdentifier table) {
    return ResourceId.table(
        table.database().isDefined()
            ? table.database().get() + "." + table.table()
            : table.table());
  }

  private static void addPaths(FileIndex files, Set<ResourceId> found) {
    CollectionConverters.asJava(files.rootPaths())
        .forEach(path -> found.add(ResourceId.path(path.toString())));
  }
}
