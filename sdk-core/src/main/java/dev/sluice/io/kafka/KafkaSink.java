package dev.sluice.io.kafka;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.RealTimeSink;
import dev.sluice.connect.RealTimeWrite;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.expr.Fields;
import dev.sluice.io.PartitionColumns;
import dev.sluice.io.kafka.Place.Kind;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A topic as a sink. It comes from {@link KafkaSource#append}.
 *
 * <p>Each row is sent once at least, and when the run has ended well all replicas that are in sync
 * have all of them. Some are there twice if Spark repeats a task, and all that were sent stay, and
 * are sent again, if the run fails and is repeated: readers see them one after the other. What must
 * not count twice needs a key of its own by which readers know it.
 *
 * <p>The batches of a stream are delivered at least once as well: an epoch that is repeated after a
 * failure is sent again, in part or as a whole, behind what had been sent of it. What holds is:
 *
 * <ul>
 *   <li>no row of an epoch that has been written is missing;
 *   <li>with a key ({@link #keyedBy}, or a component that is the key) all rows of a key are in one
 *       partition, and those of an epoch are never sent before all of the epochs before it are
 *       there. So the last message of a key is of its newest epoch, and a compacted topic, or a
 *       reader that keeps the last of each key, ends with the right rows;
 *   <li>with {@link #stampingEpochs()} and one row of each key in an epoch, a message of a key whose
 *       epoch is not larger than the one seen last is a repetition, and can be left out.
 * </ul>
 *
 * <p>In real time Spark's own writer sends the same messages, each as soon as its row is there: at
 * least once, and after a failure again from the last checkpoint on.
 *
 * @param <T> the record each row is
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public final class KafkaSink<T extends Record>
    implements BatchSink<T>, EpochSink<T>, RealTimeSink<T> {

  private final KafkaSource<T> messages;
  private final Outgoing outgoing;
  private final boolean stamping;

  private KafkaSink(KafkaSource<T> messages, Outgoing outgoing, boolean stamping) {
    this.messages = messages;
    this.outgoing = outgoing;
    this.stamping = stamping;
  }

  static <T extends Record> KafkaSink<T> of(KafkaSource<T> messages) {
    Layout layout = messages.layout();
    Topics topics = messages.topic().topics();
    if (!topics.isOne() || !topics.partitions().isEmpty()) {
      throw new IllegalStateException(
          "a sink is one topic with all its partitions, not %s: take Kafka.topic(name)"
              .formatted(topics));
    }
    for (Kind kind : List.of(Kind.TOPIC, Kind.OFFSET)) {
      layout.component(kind).ifPresent(
          c -> {
            throw new IllegalStateException(
                "%s.%s is the message's %s, which no sender can choose: write a record without it, or leave it in the value"
                    .formatted(layout.record().simpleName(), c.name(), layout.of(c)));
          });
    }
    Outgoing outgoing = new Outgoing(layout, messages.format(), Optional.empty());
    outgoing.value(); // a format that cannot write them, or leave out columns, says so here
    return new KafkaSink<>(messages, outgoing, false);
  }

  /**
   * Messages have this component as their key, a text in UTF-8, and in their value as well; so
   * those of one key come into one partition, in the order in which a task sends them. Without a key
   * they are spread.
   *
   * @return a changed copy
   * @throws IllegalStateException if a component is the key already
   */
  public KafkaSink<T> keyedBy(Fields.Text<T> accessor) {
    return by(accessor);
  }

  /** The same as the bytes that are there. */
  public KafkaSink<T> keyedBy(Fields.Binary<T> accessor) {
    return by(accessor);
  }

  /** The same as a number in decimal digits. */
  public KafkaSink<T> keyedBy(Fields.PrimitiveLong<T> accessor) {
    return by(accessor);
  }

  /** The same as a number in decimal digits. */
  public KafkaSink<T> keyedBy(Fields.BoxedLong<T> accessor) {
    return by(accessor);
  }

  /** The same as a number in decimal digits. */
  public KafkaSink<T> keyedBy(Fields.PrimitiveInt<T> accessor) {
    return by(accessor);
  }

  /** The same as a number in decimal digits. */
  public KafkaSink<T> keyedBy(Fields.BoxedInt<T> accessor) {
    return by(accessor);
  }

  private KafkaSink<T> by(Serializable accessor) {
    RecordType record = outgoing.layout().record();
    String name = PartitionColumns.name(accessor);
    PartitionColumns.columns(record, name);
    Optional<RecordComponentType> known =
        outgoing.layout().component(Kind.KEY).or(outgoing::keyedBy);
    if (known.isPresent()) {
      throw new IllegalStateException("the key is %s already".formatted(known.get().name()));
    }
    return new KafkaSink<>(
        messages,
        new Outgoing(outgoing.layout(), outgoing.format(), record.component(name)),
        stamping);
  }

  /**
   * Gives each message of a stream two more headers, texts in UTF-8, by which readers can tell
   * repetitions: {@code sluice.stream} says which stream it is of, {@code sluice.epoch} has the
   * number of its epoch in decimal digits. A batch run has no epochs, and its messages no such
   * headers.
   *
   * @return a changed copy
   */
  public KafkaSink<T> stampingEpochs() {
    return new KafkaSink<>(messages, outgoing, true);
  }

  @Override
  public Class<T> type() {
    return messages.type();
  }

  @Override
  public String description() {
    return messages.place()
        + " (append%s%s)"
            .formatted(
                outgoing.keyedBy().map(c -> ", keyed by " + c.name()).orElse(""),
                stamping ? ", epochs in headers" : "");
  }

  @Override
  public WriteMode mode() {
    return WriteMode.append();
  }

  @Override
  public Set<ResourceId> writes() {
    return messages.topic().resources();
  }

  @Override
  public List<String> check(SparkSession spark) {
    return problem(spark).or(this::worldProblem).map(p -> description() + ": " + p).stream()
        .toList();
  }

  private Optional<String> problem(SparkSession spark) {
    return KafkaModule.CLIENT.missing(spark).or(messages::ownProblem);
  }

  private Optional<String> worldProblem() {
    KafkaTopic topic = messages.topic();
    try (TopicAdmin admin = TopicAdmin.of(topic.cluster().forCheck())) {
      admin.partitions(topic.topics());
      return Optional.empty();
    } catch (BrokerProblem e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public Written write(Dataset<Row> rows) {
    return send(rows, List.of(), false);
  }

  @Override
  public Written write(Dataset<Row> rows, Epoch epoch) {
    return send(rows, stamping ? Outgoing.stamps(epoch) : List.of(), true);
  }

  @Override
  public RealTimeWrite realTime(Dataset<Row> rows) {
    require(rows.sparkSession());
    Map<String, String> options = new HashMap<>();
    messages.topic().cluster().sending()
        .forEach((key, value) -> options.put("kafka." + key, value));
    options.put("topic", messages.topic().topics().one());
    return new RealTimeWrite("kafka", options, outgoing.sparksMessages(rows));
  }

  @Override
  public List<String> realTimeProblems() {
    List<String> problems = new ArrayList<>();
    outgoing.layout().component(Kind.TIMESTAMP).ifPresent(
        time -> problems.add(
            "%s: %s.%s is the message's timestamp, and in real time Spark's writer sends none: leave it in the value"
                .formatted(
                    description(), outgoing.layout().record().simpleName(), time.name())));
    if (stamping) {
      problems.add(
          description()
              + ": a message cannot say of which epoch it is, for in real time there are none: leave stampingEpochs() out");
    }
    return problems;
  }

  private void require(SparkSession spark) {
    problem(spark)
        .ifPresent(
            problem -> {
              throw new IllegalStateException(description() + ": " + problem);
            });
  }

  private Written send(Dataset<Row> rows, List<Column> stamps, boolean again) {
    require(rows.sparkSession());
    TopicWriter writer = new TopicWriter(messages.topic(), description(), again);
    long sent =
        outgoing.messages(rows, stamps)
            .mapPartitions(writer, Encoders.LONG())
            .collectAsList()
            .stream()
            .mapToLong(Long::longValue)
            .sum();
    return Written.to(messages.topic().toString()).withRows(sent);
  }

  @Override
  public String toString() {
    return description();
  }
}
