package dev.sluice.io.kafka;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.encode;
import static org.apache.spark.sql.functions.unix_millis;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.RealTimeSink;
import dev.sluice.connect.RealTimeWrite;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.quality.Rejected;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A topic to which rejected rows go as they came: a message that could not be parsed has its own
 * bytes as the value and its own key, a row that broke a rule is the JSON of what came in. Headers
 * say which pipeline and stage rejected it, why, when, and which message it had been: {@code
 * sluice.pipeline}, {@code sluice.stage}, {@code sluice.reasons}, {@code sluice.rejectedAt}, {@code
 * sluice.topic}, {@code sluice.partition}, {@code sluice.offset}, and {@code sluice.timestamp}, in
 * milliseconds since 1970; one that is not known has no value.
 *
 * <pre>{@code
 * p.quarantine(Kafka.topic("bids-rejected").bootstrapServers(servers).deadLetters());
 * }</pre>
 *
 * <p>Repaired messages go home by a topic of the same form that the pipeline reads as well, {@code
 * Kafka.topics("bids", "bids-repaired")}: they pass the same rules as all others. Each is sent at
 * least once; topic, partition and offset tell a repetition.
 *
 * <p>The timestamp of a letter itself is when it was sent: a broker would soon delete one that is as
 * old as its message. Since letters have keys, the topic must not be one that is compacted.
 */
public final class DeadLetters
    implements BatchSink<Rejected>, EpochSink<Rejected>, RealTimeSink<Rejected> {

  private final KafkaSink<DeadLetter> messages;

  DeadLetters(KafkaTopic topic) {
    this.messages = DeadLetter.sink(topic);
  }

  @Override
  public Class<Rejected> type() {
    return Rejected.class;
  }

  @Override
  public String description() {
    return "dead letters, " + messages.description();
  }

  @Override
  public WriteMode mode() {
    return messages.mode();
  }

  @Override
  public Delivery delivery() {
    return messages.delivery();
  }

  @Override
  public Set<ResourceId> writes() {
    return messages.writes();
  }

  @Override
  public List<String> check(SparkSession spark) {
    return messages.check(spark);
  }

  @Override
  public Written write(Dataset<Row> rejected) {
    return messages.write(letters(rejected));
  }

  @Override
  public Written write(Dataset<Row> rejected, Epoch epoch) {
    return messages.write(letters(rejected), epoch);
  }

  @Override
  public RealTimeWrite realTime(Dataset<Row> rejected) {
    return messages.realTime(letters(rejected));
  }

  private static Dataset<Row> letters(Dataset<Row> rejected) {
    return rejected.select(
        coalesce(col("bytes"), encode(col("row"), "UTF-8")).as("value"),
        col("key"),
        col("pipeline"),
        col("stage"),
        array_join(col("reasons"), "\n").as("reasons"),
        col("topic"),
        col("partition").cast("string").as("partition"),
        col("offset").cast("string").as("offset"),
        unix_millis(col("timestamp")).cast("string").as("timestamp"),
        col("at").cast("string").as("rejectedAt"));
  }

  @Override
  public String toString() {
    return description();
  }
}
