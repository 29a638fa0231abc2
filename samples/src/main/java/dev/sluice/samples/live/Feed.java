package dev.sluice.samples.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.function.LongFunction;

/**
 * Messages for a topic, each made of its number.
 *
 * @param topic the topic
 * @param message the message of a number, from 0
 */
record Feed(String topic, LongFunction<Message> message) {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private static final ObjectMapper SNAKE_CASE =
      JSON.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  /**
   * A message.
   *
   * @param key by which it finds its partition
   * @param value its text
   */
  record Message(String key, String value) {

    /** A record as JSON, by the names of its components. */
    static Message of(Object key, Record value) {
      return of(key, value, JSON);
    }

    /** The same with names such as {@code bid_price}. */
    static Message inSnakeCase(Object key, Record value) {
      return of(key, value, SNAKE_CASE);
    }

    private static Message of(Object key, Record value, ObjectMapper json) {
      try {
        return new Message(String.valueOf(key), json.writeValueAsString(value));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("no JSON of " + value, e);
      }
    }
  }
}
