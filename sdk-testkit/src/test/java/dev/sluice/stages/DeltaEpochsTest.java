package dev.sluice.stages;

import dev.sluice.connect.EpochSink;
import dev.sluice.io.lake.Delta;
import dev.sluice.io.lake.DeltaTable;
import dev.sluice.stages.EpochSinkContract.Item;
import dev.sluice.testkit.Leaks;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.junit.jupiter.api.Nested;

/** Batches of streams in tables of the real Delta. */
@SparkTest(
    conf = {
        "spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension",
        "spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog",
        "spark.databricks.delta.snapshotPartitions=1",
        // compiling the plans of Delta's own queries takes longer than to run them on a few rows
        "spark.sql.codegen.wholeStage=false",
        "spark.sql.codegen.factoryMode=NO_CODEGEN"
    },
    // Delta keeps the state of a table that was read
    leaks = Leaks.CLEAN)
class DeltaEpochsTest {

  private static int tables;

  private final SparkKit kit;
  private final DeltaTable<Item> items;

  DeltaEpochsTest(SparkKit kit) {
    this.kit = kit;
    this.items = Delta.table(Item.class, kit.path("items" + tables++));
  }

  @Nested
  class Append extends LakeEpochs {

    Append() {
      super(kit, items);
    }

    @Override
    EpochSink<Item> sink() {
      return items.append().createIfMissing();
    }
  }

  @Nested
  class Upsert extends LakeEpochs {

    Upsert() {
      super(kit, items);
    }

    @Override
    EpochSink<Item> sink() {
      return items.upsert(Item::id).createIfMissing();
    }
  }
}
