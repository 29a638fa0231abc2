package dev.sluice.stages;

import static dev.sluice.stages.KafkaMessages.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.io.kafka.KafkaSink;
import dev.sluice.spark.rows.RecordRows;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Batches of streams in a real topic, which are there at least once. */
@SparkTest(
    conf = {
        // compiling the plans takes longer than to run them on a few rows
        "spark.sql.codegen.wholeStage=false",
        "spark.sql.codegen.factoryMode=NO_CODEGEN"
    })
class KafkaEpochsTest {

  record Bid(long ad, String bidder) {}

  private final SparkKit kit;
  private final KafkaMessages messages = KafkaMessages.in(2);
  private final KafkaSink<Bid> sink =
      messages.described().json(Bid.class).append().keyedBy(Bid::ad);

  KafkaEpochsTest(SparkKit kit) {
    this.kit = kit;
  }

  private void write(KafkaSink<Bid> to, long epoch, Bid... bids) {
    to.write(
        RecordRows.dataset(kit.spark(), List.of(bids), Bid.class), new Epoch("ads/bids", epoch));
  }

  private static List<String> headers(ConsumerRecord<byte[], byte[]> message) {
    return StreamSupport.stream(message.headers().spliterator(), false)
        .map(header -> header.key() + "=" + text(header.value()))
        .toList();
  }

  @Test
  void anEpochThatIsRepeatedIsSentAgain() {
    write(sink, 0, new Bid(1, "Ann"));
    write(sink, 0, new Bid(1, "Ann"));

    assertThat(messages.values()).hasSize(2);
    assertThat(sink.delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
  }

  @Test
  void messagesHaveNoHeadersUnlessAskedFor() {
    write(sink, 0, new Bid(1, "Ann"));

    assertThat(messages.all()).extracting(KafkaEpochsTest::headers).containsExactly(List.of());
  }

  @Test
  void headersTellTheStreamAndTheEpoch() {
    write(sink.stampingEpochs(), 12, new Bid(1, "Ann"));

    assertThat(messages.all())
        .extracting(KafkaEpochsTest::headers)
        .containsExactly(List.of("sluice.stream=ads/bids", "sluice.epoch=12"));
    assertThat(sink.stampingEpochs().description()).contains("epochs in headers");
  }

  @Test
  void aReaderLeavesRepetitionsOutByKeyAndEpoch() {
    KafkaSink<Bid> stamped = sink.stampingEpochs();
    write(stamped, 0, new Bid(1, "Ann"), new Bid(2, "Bob"));
    write(stamped, 1, new Bid(2, "Cid"));
    write(stamped, 1, new Bid(1, "Dan"), new Bid(2, "Cid"));

    Map<String, Long> seen = new HashMap<>();
    List<String> kept = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> message : messages.all()) {
      long epoch = Long.parseLong(text(message.headers().lastHeader("sluice.epoch").value()));
      if (seen.getOrDefault(text(message.key()), -1L) < epoch) {
        seen.put(text(message.key()), epoch);
        kept.add(text(message.value()));
      }
    }

    assertThat(messages.all()).hasSize(5);
    assertThat(kept)
        .containsExactlyInAnyOrder(
            "{\"ad\":1,\"bidder\":\"Ann\"}", "{\"ad\":2,\"bidder\":\"Bob\"}",
            "{\"ad\":2,\"bidder\":\"Cid\"}", "{\"ad\":1,\"bidder\":\"Dan\"}");
  }
}
