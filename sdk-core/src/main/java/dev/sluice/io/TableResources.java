package dev.sluice.io;

import dev.sluice.connect.ResourceId;
import dev.sluice.spark.bridge.RelationBridge;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** What stands behind the name of a table or view in a session. */
public final class TableResources {

  private TableResources() {}

  /** The table with its database, and what it reads from: files, or the tables below a view. */
  public static Set<ResourceId> of(SparkSession spark, String name) {
    Set<ResourceId> all = new LinkedHashSet<>();
    all.add(
        ResourceId.table(
            name.replace("`", "").contains(".")
                ? name
                : spark.catalog().currentDatabase() + "." + name));
    if (spark.catalog().tableExists(name)) {
      all.addAll(RelationBridge.resources(spark.table(name)));
    }
    return all;
  }
}
