package dev.sluice.io.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Sends the messages of one task, and tells how many it sent when the brokers have all of them. */
final class TopicWriter implements MapPartitionsFunction<Row, Long> {

  private static final long serialVersionUID = 1L;

  private final Cluster cluster;
  private final String topic;
  private final String description;
  private final boolean again;

  /**
   * @param again whether the next epoch is likely to come soon
   */
  TopicWriter(KafkaTopic topic, String description, boolean again) {
    this.cluster = topic.cluster();
    this.topic = topic.topics().one();
    this.description = description;
    this.again = again;
  }

  @Override
  public Iterator<Long> call(Iterator<Row> messages) {
    if (!messages.hasNext()) {
      return List.<Long>of().iterator();
    }
    try {
      return List.of(send(messages)).iterator();
    } catch (KafkaException e) {
      throw BrokerProblem.of(cluster, e).of(description);
    }
  }

  private long send(Iterator<Row> messages) {
    Map<String, String> settings = cluster.sending();
    KafkaProducer<byte[], byte[]> producer = IdleProducers.OF_THIS_JVM.take(settings);
    AtomicReference<Exception> failure = new AtomicReference<>();
    boolean done = false;
    try {
      long sent = 0;
      while (messages.hasNext() && failure.get() == null) {
        producer.send(
            message(messages.next()),
            (where, problem) -> failure.compareAndSet(null, problem));
        sent++;
      }
      if (failure.get() == null) {
        producer.flush();
      }
      if (failure.get() != null) {
        throw failure.get() instanceof KafkaException e ? e : new KafkaException(failure.get());
      }
      done = true;
      return sent;
    } finally {
      if (done && again) {
        IdleProducers.OF_THIS_JVM.back(settings, producer);
      } else {
        // what has not been sent by then never will be, and nobody waits for it
        producer.close(done ? cluster.timeout() : Duration.ZERO);
      }
    }
  }

  private ProducerRecord<byte[], byte[]> message(Row row) {
    List<Header> headers = new ArrayList<>();
    for (Row header : row.<Row>getList(Outgoing.HEADERS)) {
      headers.add(new RecordHeader(header.getString(0), header.<byte[]>getAs(1)));
    }
    return new ProducerRecord<>(
        topic,
        row.<Integer>getAs(Outgoing.PARTITION),
        row.<Long>getAs(Outgoing.MILLIS),
        row.<byte[]>getAs(Outgoing.KEY),
        row.<byte[]>getAs(Outgoing.VALUE),
        headers);
  }
}
