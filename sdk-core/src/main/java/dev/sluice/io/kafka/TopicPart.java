package dev.sluice.io.kafka;

import java.util.Comparator;

/**
 * A partition of a topic.
 *
 * @param topic the topic's name
 * @param number the number of the partition in it
 */
record TopicPart(String topic, int number) implements Comparable<TopicPart> {

  private static final Comparator<TopicPart> ORDER =
      Comparator.comparing(TopicPart::topic).thenComparingInt(TopicPart::number);

  @Override
  public int compareTo(TopicPart other) {
    return ORDER.compare(this, other);
  }
}
