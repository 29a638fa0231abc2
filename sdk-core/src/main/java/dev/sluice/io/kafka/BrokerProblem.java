package dev.sluice.io.kafka;

import dev.sluice.connect.Secrets;
import dev.sluice.text.Causes;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/** What brokers did not do, in a sentence without a secret. */
final class BrokerProblem extends Exception {

  private static final long serialVersionUID = 1L;

  BrokerProblem(String sentence) {
    super(sentence);
  }

  /**
   * In words for whoever runs the pipeline. What Kafka said is in the sentence: it is no cause, which
   * would be taken for the better reason.
   */
  static BrokerProblem of(Cluster cluster, Throwable failure) {
    BrokerProblem problem = new BrokerProblem(Secrets.masked(sentence(cluster, failure)));
    problem.addSuppressed(Secrets.masked(failure));
    return problem;
  }

  /** What a failure of Spark has to do with reading a topic; empty if nothing is known of it. */
  static Optional<BrokerProblem> ofReading(KafkaTopic topic, Throwable failure) {
    return Causes.of(failure)
        .filter(cause -> isOfReading(topic.topics(), cause))
        .findFirst()
        .map(cause -> of(topic.cluster(), cause));
  }

  /** Spark's own exception does not name the topic; Kafka's do. */
  private static boolean isOfReading(Topics topics, Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return cause instanceof KafkaException && topics.areIn(message)
        || cause instanceof java.util.concurrent.TimeoutException
            && message.startsWith("Cannot fetch record for offset");
  }

  /** The same as what a run fails with, told of a source or sink. */
  IllegalStateException of(String description) {
    IllegalStateException failure = new IllegalStateException(description + ": " + getMessage());
    for (Throwable told : getSuppressed()) {
      failure.addSuppressed(told);
    }
    return failure;
  }

  private static String sentence(Cluster cluster, Throwable failure) {
    String said = said(failure);
    if (has(failure, RecordTooLargeException.class)) {
      return "a message is too large (%s): raise property(\"max.request.size\", …) and the topic's max.message.bytes, or compress with property(\"compression.type\", \"zstd\")"
          .formatted(said);
    }
    if (said.contains("with partition count")) { // Kafka waits whether the topic gets more of them
      return "a row chose a partition that the topic does not have (%s)".formatted(said);
    }
    if (has(failure, TimeoutException.class)
        || has(failure, java.util.concurrent.TimeoutException.class)) {
      return "no answer from the brokers at %s within %s (%s): are they up, and is their advertised address reachable from here?"
          .formatted(cluster.servers(), seconds(cluster.timeout()), said);
    }
    return said;
  }

  private static boolean has(Throwable failure, Class<?> type) {
    return Causes.of(failure).anyMatch(type::isInstance);
  }

  /** What Kafka said, from outside in; what only wraps is left out. */
  private static String said(Throwable failure) {
    String all =
        Causes.of(failure)
            .filter(KafkaException.class::isInstance)
            .map(Throwable::getMessage)
            .filter(message -> message != null)
            .distinct()
            .collect(Collectors.joining(": "));
    return !all.isEmpty()
        ? all
        : failure.getMessage() != null
            ? failure.getMessage()
            : failure.getClass().getSimpleName();
  }

  private static String seconds(Duration timeout) {
    return timeout.toMillis() % 1_000 == 0
        ? timeout.toSeconds() + " s"
        : timeout.toMillis() + " ms";
  }
}
