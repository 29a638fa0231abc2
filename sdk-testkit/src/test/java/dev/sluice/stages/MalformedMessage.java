package dev.sluice.stages;

import static dev.sluice.stages.KafkaMessages.bytes;

/** What is sent: a key, a value, and the header {@code trace}. */
record MalformedMessage(byte[] key, byte[] value, byte[] trace) {

  /** A message that is good but for its value. */
  static MalformedMessage of(byte[] value) {
    return new MalformedMessage(bytes("7"), value, bytes("t"));
  }
}
