package dev.sluice.stages;

import static dev.sluice.stages.KafkaMessages.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Good messages, among them some of each kind of bad ones, in three topics.
 *
 * @param topics the topics
 * @param bad the bad messages, by where they are
 * @param good how many good ones each topic has
 * @param sum of the amounts of all good ones, in hundredths
 */
record MalformedCorpus(
    Map<Topic, KafkaMessages> topics,
    Map<Place, Bad> bad,
    Map<Topic, Integer> good,
    long sum) {

  enum Topic {
    JSON,
    CSV,
    AVRO
  }

  /** Where a message is. */
  record Place(String topic, int partition, long offset) {}

  /** What is wrong with one, and its bytes. */
  record Bad(MalformedKind kind, byte[] value) {}

  /** Null where the message is good. */
  private record Planned(Topic topic, MalformedKind kind, MalformedMessage message, long cents) {}

  /**
   * Sends them, in an order that looks like none.
   *
   * @param good how many good ones
   * @param each how many of each kind of bad ones
   */
  static MalformedCorpus send(int good, int each, long seed) throws Exception {
    List<Planned> planned = new ArrayList<>();
    for (int i = 0; i < good; i++) {
      planned.add(good(i));
    }
    for (MalformedKind kind : MalformedKind.all()) {
      for (int i = 0; i < each; i++) {
        planned.add(new Planned(kind.topic(), kind, kind.message().apply(i), 0));
      }
    }
    Collections.shuffle(planned, new Random(seed));
    Map<Topic, KafkaMessages> topics = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      topics.put(topic, KafkaMessages.in(2));
    }
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        topics.get(Topic.JSON).producer(Map.of("linger.ms", 20))) {
      for (int i = 0; i < planned.size(); i++) {
        Planned one = planned.get(i);
        MalformedMessage message = one.message();
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    topics.get(one.topic()).topic(), i % 2, null, message.key(), message.value(),
                    List.of(new RecordHeader("trace", message.trace())))));
      }
    }
    Map<Place, Bad> bad = new HashMap<>();
    Map<Topic, Integer> counts = new EnumMap<>(Topic.class);
    long sum = 0;
    for (int i = 0; i < planned.size(); i++) {
      Planned one = planned.get(i);
      RecordMetadata at = sent.get(i).get();
      if (one.kind() == null) {
        counts.merge(one.topic(), 1, Integer::sum);
        sum += one.cents();
      } else {
        bad.put(
            new Place(at.topic(), at.partition(), at.offset()),
            new Bad(one.kind(), one.message().value()));
      }
    }
    return new MalformedCorpus(topics, bad, counts, sum);
  }

  /** Six of ten are JSON, some of which look odd and are not. */
  private static Planned good(int i) {
    long cents = 100L + i % 977;
    String amount = "%d.%02d".formatted(cents / 100, cents % 100);
    Topic topic = i % 10 < 6 ? Topic.JSON : i % 10 < 8 ? Topic.CSV : Topic.AVRO;
    byte[] value =
        switch (topic) {
          case JSON -> bytes(json(i, amount));
          case CSV -> bytes("%d,\"a,%d\",%s".formatted(i, i, amount));
          case AVRO -> avro(i, "ü" + i, cents);
        };
    return new Planned(topic, null, MalformedMessage.of(value), cents);
  }

  private static String json(int i, String amount) {
    return switch (i % 4) {
      case 0 -> "\uFEFF{\"id\":%d,\"amount\":%s}".formatted(i, amount); // a byte order mark
      case 1 -> " { \"amount\" : \"%s\" , \"id\" : %d , \"name\" : null } ".formatted(amount, i);
      case 2 ->
        "{\"id\":%d,\"amount\":%s0,\"name\":\"%s\",\"tags\":[\"a\",null]}"
            .formatted(i, amount, "{'x\\u00e9");
      default ->
        "{\"id\":%d,\"amount\":%s,\"at\":\"2026-05-01T10:00:00.123456Z\",\"customer\":9}"
            .formatted(i, amount);
    };
  }

  static byte[] avro(int id, String name, long cents) {
    return avro(id, name.getBytes(StandardCharsets.UTF_8), cents);
  }

  /** A record of an int, a text that may be NULL, and a long. */
  static byte[] avro(int id, byte[] name, long cents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, id);
    number(out, 1); // of the union of null and the text
    number(out, name.length);
    out.writeBytes(name);
    number(out, cents);
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, long number) {
    long bits = (number << 1) ^ (number >> 63);
    while ((bits & ~0x7FL) != 0) {
      out.write((int) (bits & 0x7F | 0x80));
      bits >>>= 7;
    }
    out.write((int) bits);
  }
}
