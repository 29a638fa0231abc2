package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connect.EpochSink;
import dev.sluice.io.lake.Iceberg;
import dev.sluice.io.lake.IcebergTable;
import dev.sluice.stages.EpochSinkContract.Item;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Batches of streams in tables of the real Iceberg, where there is one for this Spark. */
@EnabledIf(
    value = "dev.sluice.stages.IcebergTablesTest#hasRuntime",
    disabledReason = "Iceberg has no runtime for this Spark: it is tested with -Dspark.version=4.1.0 or 4.0.0")
@SparkTest
@Tag("smoke")
class IcebergEpochsTest {

  private static int tables;

  private final SparkKit kit;
  private final String name = "epochs.shop.items_" + tables++;
  private final IcebergTable<Item> items = Iceberg.table(Item.class, name);

  IcebergEpochsTest(SparkKit kit) {
    this.kit = kit;
  }

  @BeforeAll
  static void catalog(SparkKit kit) {
    String setting = "spark.sql.catalog.epochs";
    kit.spark().conf().set(setting, "org.apache.iceberg.spark.SparkCatalog");
    kit.spark().conf().set(setting + ".type", "hadoop");
    kit.spark().conf().set(setting + ".warehouse", kit.path("warehouse"));
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

    @Test
    void anEpochThatWasTakenBackIsWrittenAgain() {
      Item one = new Item(1, 1, "one", 1);
      Item two = new Item(2, 1, "two", 1);
      write(STREAM, 0, one);
      long first =
          kit.spark().sql("SELECT snapshot_id FROM %s.snapshots".formatted(name)).collectAsList()
              .get(0).getLong(0);
      write(STREAM, 1, two);
      kit.spark()
          .sql(
              "CALL epochs.system.rollback_to_snapshot('%s', %d)"
                  .formatted(name.replaceFirst("epochs\\.", ""), first));
      write(STREAM, 1, two);

      assertThat(there()).containsExactlyInAnyOrder(one, two);
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
