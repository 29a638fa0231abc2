package dev.sluice.io.kafka;

/**
 * A rejected row as a message: its value is the row as it came, its key that of the message which it
 * was, everything else a header.
 *
 * @param value the bytes of the row
 * @param key the bytes of its key; NULL if it had none, or came from no topic
 * @param pipeline the pipeline that rejected it
 * @param stage the stage
 * @param reasons why, a line each
 * @param topic where it had come from; NULL if from no topic
 * @param partition its partition; NULL likewise
 * @param offset its offset; NULL likewise
 * @param timestamp the time of the message, in milliseconds since 1970; NULL likewise
 * @param rejectedAt when it was rejected
 */
record DeadLetter(
    byte[] value,
    byte[] key,
    String pipeline,
    String stage,
    String reasons,
    String topic,
    String partition,
    String offset,
    String timestamp,
    String rejectedAt) {

  /** What the names of the headers begin with. */
  private static final String PREFIX = "sluice.";

  /** How such messages are sent to a topic. */
  static KafkaSink<DeadLetter> sink(KafkaTopic topic) {
    return topic.value(DeadLetter.class, DeadLetter::value)
        .key(DeadLetter::key)
        .header(PREFIX + "pipeline", DeadLetter::pipeline)
        .header(PREFIX + "stage", DeadLetter::stage)
        .header(PREFIX + "reasons", DeadLetter::reasons)
        .header(PREFIX + "topic", DeadLetter::topic)
        .header(PREFIX + "partition", DeadLetter::partition)
        .header(PREFIX + "offset", DeadLetter::offset)
        .header(PREFIX + "timestamp", DeadLetter::timestamp)
        .header(PREFIX + "rejectedAt", DeadLetter::rejectedAt)
        .append();
  }
}
