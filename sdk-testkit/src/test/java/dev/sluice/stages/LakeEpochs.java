package dev.sluice.stages;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.WriteMode;
import dev.sluice.spark.rows.RecordRows;
import dev.sluice.testkit.SparkKit;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Batches of streams in a table of a lake. */
abstract class LakeEpochs extends EpochSinkContract {

  private final SparkKit kit;
  private final BoundedSource<Item> table;

  LakeEpochs(SparkKit kit, BoundedSource<Item> table) {
    this.kit = kit;
    this.table = table;
  }

  @Override
  boolean isSlow() {
    return true;
  }

  @Override
  SparkSession spark() {
    return kit.spark();
  }

  @Override
  List<Item> there() {
    return RecordRows.collect(table.read(spark()), Item.class);
  }

  @Override
  boolean isKeyed() {
    return sink().mode() instanceof WriteMode.Upsert;
  }
}
