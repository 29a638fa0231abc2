package dev.sluice.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.Secret;
import dev.sluice.io.cassandra.Cassandra;
import dev.sluice.io.file.Files;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.memory.DatasetSink;
import dev.sluice.io.memory.Datasets;
import dev.sluice.spark.rows.RecordRows;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The code of the page about sinks of streams. */
// @formatter:off: set by hand, as the guide shows it
@SparkTest
class StreamSinksTest {

  record Payment(long id, String account, double amount, Instant at) {}

  private static final Payment PAYMENT = new Payment(1, "ada", 9.5, Instant.parse("2026-05-01T10:00:20Z"));

  private static Dataset<Row> rows(SparkSession spark) {
    return RecordRows.dataset(spark, List.of(PAYMENT), Payment.class);
  }

  @Test
  void sinksSayWhatARepetitionDoes() {
    // #region sinks
    // in one transaction with the number of the epoch
    EpochSink<Payment> database = Jdbc.table(Payment.class, "payments")
        .url("jdbc:postgresql://db/shop").user("shop").password(Secret.env("DB_PASSWORD"))
        .append();

    // by key, and by the time at which it happened: what comes late replaces nothing newer
    EpochSink<Payment> cassandra = Cassandra.table(Payment.class, "shop.payments")
        .contactPoints("cassandra-1").localDatacenter("dc1")
        .upsert(Payment::id).writtenAt(Payment::at);

    // at least once; readers tell repetitions by the key and the headers sluice.stream and sluice.epoch
    EpochSink<Payment> topic = Kafka.topic("payments").bootstrapServers("broker1:9092")
        .json(Payment.class).append().keyedBy(Payment::id).stampingEpochs();
    // #endregion

    assertThat(database.delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
    assertThat(cassandra.delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
    assertThat(topic.delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
  }

  @Test
  void anEpochThatComesAgainIsSkipped(SparkKit kit) {
    String path = kit.path("payments");
    Dataset<Row> rows = rows(kit.spark());

    // #region again
    var files = Files.parquet(Payment.class, path).append();
    files.write(rows, new Epoch("shop/payments", 7));
    files.write(rows, new Epoch("shop/payments", 7));    // after a failure: epoch 7 of shop/payments is there already
    // #endregion

    assertThat(kit.spark().read().parquet(path).count()).isEqualTo(1);
    assertThat(files.lastEpoch(kit.spark(), "shop/payments")).hasValue(7);
  }

  @Test
  void codeForEachBatch(SparkKit kit) {
    String out = kit.path("audit");

    // #region code
    DatasetSink<Payment> audit = Datasets.forEachBatch(Payment.class, (payments, epoch) ->
        payments.write().mode("overwrite").json(out + "/epoch=" + epoch.id()))
        .idempotent();                                   // the same epoch overwrites the same directory
    // #endregion

    audit.write(rows(kit.spark()), new Epoch("shop/audit", 0));
    audit.write(rows(kit.spark()), new Epoch("shop/audit", 0));
    assertThat(kit.spark().read().json(out).count()).isEqualTo(1);
  }
}
// @formatter:on
