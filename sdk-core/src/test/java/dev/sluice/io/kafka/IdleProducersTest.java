package dev.sluice.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A producer is lent to one task at a time, and closed when nobody has asked for it for a while. */
class IdleProducersTest {

  private static final Map<String, String> HERE = settings("127.0.0.1:1");
  private static final Map<String, String> THERE = settings("127.0.0.1:2");

  private final IdleProducers producers = new IdleProducers(Duration.ofMinutes(1));

  private static Map<String, String> settings(String servers) {
    return Map.of(
        "bootstrap.servers", servers,
        "max.block.ms", "1",
        "reconnect.backoff.ms", "10000");
  }

  @Test
  void theNextTaskHasTheOneThatCameBack() {
    KafkaProducer<byte[], byte[]> first = producers.take(HERE);
    producers.back(HERE, first);

    assertThat(producers.take(HERE)).isSameAs(first);
    first.close(Duration.ZERO);
  }

  @Test
  void twoTasksAtOnceHaveOneEach() {
    KafkaProducer<byte[], byte[]> first = producers.take(HERE);
    KafkaProducer<byte[], byte[]> second = producers.take(HERE);

    assertThat(second).isNotSameAs(first);
    first.close(Duration.ZERO);
    second.close(Duration.ZERO);
  }

  @Test
  void otherSettingsHaveAnotherOne() {
    KafkaProducer<byte[], byte[]> first = producers.take(HERE);
    producers.back(HERE, first);
    KafkaProducer<byte[], byte[]> other = producers.take(THERE);

    assertThat(other).isNotSameAs(first);
    other.close(Duration.ZERO);
    producers.take(HERE).close(Duration.ZERO);
  }

  @Test
  void whatNobodyAsksForIsClosedAndForgotten() throws InterruptedException {
    IdleProducers impatient = new IdleProducers(Duration.ofMillis(20));
    KafkaProducer<byte[], byte[]> producer = impatient.take(HERE);
    impatient.back(HERE, producer);

    Instant latest = Instant.now().plusSeconds(30);
    while (impatient.size() > 0 && Instant.now().isBefore(latest)) {
      Thread.sleep(10);
    }

    assertThat(impatient.size()).isZero();
    assertThatThrownBy(() -> producer.send(new ProducerRecord<>("bids", new byte[0])))
        .isInstanceOf(IllegalStateException.class);
  }
}
