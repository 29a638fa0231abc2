package dev.sluice.io.kafka;

/**
 * A rejected row as a message: its value is the row as it came, everything else a header.
 *
 * @param value the bytes of the row
 * @param pipeline the pipeline that rejected it
 * @param stage the stage
 * @param reasons why, a line each
 * @param topic where it had come from; NULL if from no topic
 * @param partition its partition; NULL likewise
 * @param offset its offset; NULL likewise
 * @param rejectedAt when it was rejected
 */
record DeadLetter(
    byte[] value,
    String pipeline,
    String stage,
    String reasons,
    String topic,
    String partition,
    String offset,
    String rejectedAt) {

  /** What the names of the headers begin with. */
  private static final String PREFIX = "sluice.";

  /** How such messages are sent to a topic. */
  static KafkaSink<DeadLetter> sink(KafkaTopic topic) {
    return topic.value(DeadLetter.class, DeadLetter::value)
        .header(PREFIX + "pipeline", DeadLetter::pipeline)
        .header(PREFIX + "stage", DeadLetter::stage)
        .header(PREFIX + "reasons", DeadLetter::reasons)
        .header(PREFIX + "topic", DeadLetter::topic)
        .header(PREFIX + "partition", DeadLetter::partition)
        .header(PREFIX + "offset", DeadLetter::offset)
        .header(PREFIX + "rejectedAt", DeadLetter::rejectedAt)
        .append();
  }
}
