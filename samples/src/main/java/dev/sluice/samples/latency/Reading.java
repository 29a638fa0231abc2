package dev.sluice.samples.latency;

/**
 * A message on its way.
 *
 * @param id its number, from 0
 * @param sentMicros when it was due to be sent, in microseconds since 1970
 * @param value something to look at
 */
record Reading(long id, long sentMicros, double value) {

  String json() {
    return "{\"id\":%d,\"sentMicros\":%d,\"value\":%s}".formatted(id, sentMicros, value);
  }
}
