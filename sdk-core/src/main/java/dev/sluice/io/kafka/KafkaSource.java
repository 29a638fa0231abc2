package dev.sluice.io.kafka;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.RealTimeSource;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.RowFormat;
import dev.sluice.connect.StreamContext;
import dev.sluice.expr.Fields;
import dev.sluice.io.format.Verdict;
import dev.sluice.io.kafka.Place.Kind;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.StreamSources;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The messages of a topic, or of several, as rows, and the way to it as a sink: {@link #append}
 * gives a {@link KafkaSink}. In a batch run, which messages these are is found once, when they are
 * read: what comes later belongs to the next run, also if this one writes to the topic. A stream
 * begins where {@link #from} says, at the first message that is there unless set, and follows the
 * topic without end; what it has read is in its checkpoint, and a restart goes on there, whatever
 * {@code from} says. Partitions that are added later are read from their beginning. Where a stream
 * needs the messages as a table that does not change, take {@link
 * dev.sluice.connect.Sources#bounded}.
 *
 * <p>A component comes out of the message's value unless {@link #key}, {@link #header}, {@link
 * #timestamp}, {@link #topic}, {@link #partition} or {@link #offset} says that it is elsewhere. A
 * message that is no row is rejected with its topic, partition, offset and bytes. So is one without
 * a value, a tombstone, unless {@link #withoutTombstones} drops them, or the format takes them.
 *
 * <p>Messages of transactions that were aborted are not read, and neither is what stands behind one
 * that is still open, unless {@code property("isolation.level", "read_uncommitted")} was set.
 *
 * <p>Every object is immutable; each method gives a changed copy.
 *
 * @param <T> the record each row is
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public final class KafkaSource<T extends Record> implements BoundedSource<T>, RealTimeSource<T> {

  private final KafkaTopic topic;
  private final RowFormat<T> format;
  private final Layout layout;
  private final Reading reading;

  private KafkaSource(KafkaTopic topic, RowFormat<T> format, Layout layout, Reading reading) {
    this.topic = topic;
    this.format = format;
    this.layout = layout;
    this.reading = reading;
  }

  static <T extends Record> KafkaSource<T> of(KafkaTopic topic, RowFormat<T> format) {
    RecordType record = RecordType.of(format.type()).requireValid();
    return new KafkaSource<>(topic, format, new Layout(record, Map.of()), Reading.DEFAULT);
  }

  KafkaTopic topic() {
    return topic;
  }

  RowFormat<T> format() {
    return format;
  }

  Layout layout() {
    return layout;
  }

  private KafkaSource<T> with(Reading changed) {
    topic.topics().requireOffsets(changed.from());
    topic.topics().requireOffsets(changed.until());
    return new KafkaSource<>(topic, format, layout, changed);
  }

  private KafkaSource<T> with(Serializable accessor, Place place) {
    Layout changed = layout.with(accessor, place);
    if (format instanceof WholeValue<T> whole && changed.places().containsKey(whole.component())) {
      throw new IllegalArgumentException(
          "%s.%s is the value already"
              .formatted(changed.record().simpleName(), whole.component()));
    }
    return new KafkaSource<>(topic, format, changed, reading);
  }

  /**
   * This component is the key of the message, a text in UTF-8, and not in its value; NULL if there
   * is no key.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if the component, or the key, has its place already
   */
  public KafkaSource<T> key(Fields.Text<T> accessor) {
    return with(accessor, Place.of(Kind.KEY));
  }

  /** The same as the bytes that are there. */
  public KafkaSource<T> key(Fields.Binary<T> accessor) {
    return with(accessor, Place.of(Kind.KEY));
  }

  /**
   * The same as a number in decimal digits. What Kafka's {@code LongSerializer} makes are bytes.
   */
  public KafkaSource<T> key(Fields.PrimitiveLong<T> accessor) {
    return with(accessor, Place.of(Kind.KEY));
  }

  /** The same as a number in decimal digits. */
  public KafkaSource<T> key(Fields.BoxedLong<T> accessor) {
    return with(accessor, Place.of(Kind.KEY));
  }

  /** The same as a number in decimal digits. */
  public KafkaSource<T> key(Fields.PrimitiveInt<T> accessor) {
    return with(accessor, Place.of(Kind.KEY));
  }

  /** The same as a number in decimal digits. */
  public KafkaSource<T> key(Fields.BoxedInt<T> accessor) {
    return with(accessor, Place.of(Kind.KEY));
  }

  /**
   * This component is a header of the message, a text in UTF-8, and not in its value; NULL if there
   * is no such header, and the last one if there are several.
   *
   * @param name the header's name
   * @return a changed copy
   * @throws IllegalArgumentException if the component, or the header, has its place already
   */
  public KafkaSource<T> header(String name, Fields.Text<T> accessor) {
    return with(accessor, Place.header(name));
  }

  /** The same as the bytes that are there. */
  public KafkaSource<T> header(String name, Fields.Binary<T> accessor) {
    return with(accessor, Place.header(name));
  }

  /**
   * This component is the timestamp of the message, and not in its value: when it was made or when
   * the broker got it, as the topic is set. It has milliseconds. NULL is read of messages that have
   * none, and is written as the time of sending. A broker deletes a message soon whose timestamp is
   * older than the topic keeps messages, whenever it was sent.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if the component, or the timestamp, has its place already
   */
  public KafkaSource<T> timestamp(Fields.Timestamp<T> accessor) {
    return with(accessor, Place.of(Kind.TIMESTAMP));
  }

  /**
   * This component is the number of the partition, and not in the value. A sink sends the message
   * there; NULL leaves it to the key.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if the component, or the partition, has its place already
   */
  public KafkaSource<T> partition(Fields.PrimitiveInt<T> accessor) {
    return with(accessor, Place.of(Kind.PARTITION));
  }

  /** The same by another kind of column. */
  public KafkaSource<T> partition(Fields.BoxedInt<T> accessor) {
    return with(accessor, Place.of(Kind.PARTITION));
  }

  /**
   * This component is the message's offset in its partition, and not in its value.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if the component, or the offset, has its place already
   */
  public KafkaSource<T> offset(Fields.PrimitiveLong<T> accessor) {
    return with(accessor, Place.of(Kind.OFFSET));
  }

  /** The same by another kind of column. */
  public KafkaSource<T> offset(Fields.BoxedLong<T> accessor) {
    return with(accessor, Place.of(Kind.OFFSET));
  }

  /**
   * This component is the name of the topic, and not in the value.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if the component, or the topic, has its place already
   */
  public KafkaSource<T> topic(Fields.Text<T> accessor) {
    return with(accessor, Place.of(Kind.TOPIC));
  }

  /**
   * Begins with the first message of this time or a later one in each partition; where none is that
   * late nothing is read. Unless set, with the first that is there.
   *
   * <p>Runs between times that follow each other read each message once, for a partition is cut at
   * the same message by the {@code until} of one and the {@code from} of the next. By which time a
   * message is cut is Kafka's, and messages need not be in order: one that came after a later one
   * goes with that. So does one that came after the run and has a time before its end, and then
   * neither run reads it: who sets times at the sender and must not miss any goes on by {@link
   * #fixed} offsets.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is after the time of {@code until}
   */
  public KafkaSource<T> from(Instant time) {
    return from(Offsets.at(time));
  }

  /**
   * Begins at these offsets.
   *
   * @return a changed copy
   */
  public KafkaSource<T> from(Offsets offsets) {
    return with(reading.from(offsets));
  }

  /**
   * Ends before the first message of this time or a later one in each partition; where none is that
   * late, behind the last one that is there when the run begins. A time in the future is refused
   * by the check and by the run, for messages of that time may still come. Unless set, reading ends
   * behind the last message that is there.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is before the time of {@code from}
   */
  public KafkaSource<T> until(Instant time) {
    return until(Offsets.at(time));
  }

  /**
   * Ends before these offsets.
   *
   * @return a changed copy
   */
  public KafkaSource<T> until(Offsets offsets) {
    return with(reading.until(offsets));
  }

  /** Where reading begins, as it was set. */
  public Offsets from() {
    return reading.from();
  }

  /** Where reading ends, as it was set. */
  public Offsets until() {
    return reading.until();
  }

  /**
   * The same between the offsets that the brokers have for it now: so that a run can be repeated
   * over the same messages, and the next one goes on where this one ends.
   *
   * <pre>{@code
   * KafkaSource<Bid> tonight = bids.from(lastEnd).fixed();
   * run(tonight);
   * keep(tonight.until());                     // the next run begins here
   * }</pre>
   *
   * @return a changed copy
   * @throws IllegalStateException if the brokers do not answer, or have no such messages
   */
  public KafkaSource<T> fixed() {
    Range range = range();
    Topics topics = topic.topics();
    return with(reading.from(topics.given(range.from())).until(topics.given(range.until())));
  }

  /**
   * Whether a run fails if messages between the offsets were deleted, before it or while it goes
   * on; true unless set. If not, it reads what is left and does not tell what is missing.
   *
   * @return a changed copy
   */
  public KafkaSource<T> failOnDataLoss(boolean fail) {
    return with(reading.failOnDataLoss(fail));
  }

  /**
   * Reads in this many tasks at least, dividing partitions that have many messages; unless set, one
   * task for each partition of the topic.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   */
  public KafkaSource<T> minPartitions(int tasks) {
    return with(reading.minPartitions(tasks));
  }

  /**
   * Gives one task this many messages at most.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   */
  public KafkaSource<T> maxRecordsPerPartition(long messages) {
    return with(reading.maxRecords(messages));
  }

  /**
   * Gives a batch of a stream this many messages at most, over all partitions; unless set it has
   * all that are there, which at a first start from the earliest can be the whole topic. A batch
   * run, and a stream in real time, are not limited.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive, or fewer than a batch waits for
   */
  public KafkaSource<T> maxOffsetsPerTrigger(long messages) {
    return with(reading.pace(reading.pace().most(messages)));
  }

  /**
   * Lets a batch of a stream wait until there are this many messages; if fewer have come after that
   * time, it takes those. A stream that takes what is there and ends waits for nothing.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if one is not positive, or it is more than a batch may have
   */
  public KafkaSource<T> minOffsetsPerTrigger(long messages, Duration atLongest) {
    return with(reading.pace(reading.pace().least(messages, atLongest)));
  }

  /**
   * Fails the run, or the stream, at the first message that is no row, in place of rejecting it.
   *
   * @return a changed copy
   */
  public KafkaSource<T> failFast() {
    return with(reading.withFailFast());
  }

  /**
   * Leaves out messages that have no value, by which a compacted topic says that a key is gone:
   * they are no rows and are not rejected; the report tells how many were left out.
   *
   * @return a changed copy
   */
  public KafkaSource<T> withoutTombstones() {
    return with(reading.withoutTombstones());
  }

  /**
   * A sink that sends rows to the topic, each as the message that this source would read as it.
   *
   * @return the sink
   * @throws IllegalStateException if a component is the topic or the offset, which a sender cannot
   *     choose, or the format only reads, or cannot leave out of the value what is beside it
   */
  public KafkaSink<T> append() {
    return KafkaSink.of(this);
  }

  @Override
  public Class<T> type() {
    return format.type();
  }

  @Override
  public String description() {
    String range =
        reading.from() instanceof Offsets.Earliest && reading.until() instanceof Offsets.Latest
            ? ""
            : ", from %s until %s".formatted(reading.from(), reading.until());
    return place() + range;
  }

  /** What it is and where, without which part of it. */
  String place() {
    return "%s of %s".formatted(format.description(), topic);
  }

  @Override
  public boolean mayReject() {
    return !reading.failFast();
  }

  @Override
  public Set<ResourceId> reads() {
    return topic.resources();
  }

  @Override
  public Set<ResourceId> reads(SparkSession spark) {
    if (!topic.topics().isPattern() || problem(spark).isPresent()) {
      return reads();
    }
    try (TopicAdmin admin = TopicAdmin.of(topic.cluster().forCheck())) {
      return topic.resources(admin.names(topic.topics()));
    } catch (BrokerProblem e) {
      return Set.of(); // the check says why nothing is known
    }
  }

  @Override
  public List<String> check(SparkSession spark) {
    Optional<String> problem = problem(spark);
    List<String> problems = problem.map(List::of).orElseGet(this::worldProblems);
    return problems.stream().map(p -> description() + ": " + p).toList();
  }

  /**
   * Whether the stream can be read. Where it begins is not looked at: after a restart that is in
   * its checkpoint, and what is before may have been deleted since.
   */
  @Override
  public List<String> checkStream(StreamContext context) {
    return problem(context.spark()).or(this::problemOfStream).or(this::problemOfTopics)
        .map(problem -> description() + ": " + problem).stream()
        .toList();
  }

  @Override
  public List<String> streamProblems() {
    return problemOfStream().map(problem -> description() + ": " + problem).stream().toList();
  }

  @Override
  public List<String> streamWarnings() {
    return Stream.concat(reading.streamWarnings(), topic.cluster().streamWarnings())
        .map(warning -> description() + ": " + warning)
        .toList();
  }

  private Optional<String> problemOfStream() {
    return reading.isOpen()
        ? Optional.empty()
        : Optional.of(
            "a stream has no end, and until(%s) is set: leave it out, or read the source in a batch run"
                .formatted(reading.until()));
  }

  private Optional<String> problemOfTopics() {
    try (TopicAdmin admin = TopicAdmin.of(topic.cluster().forCheck())) {
      if (!topic.topics().isPattern()) { // topics of a pattern may still be made
        admin.partitions(topic.topics());
      }
      return Optional.empty();
    } catch (BrokerProblem e) {
      return Optional.of(e.getMessage());
    }
  }

  private Optional<String> problem(SparkSession spark) {
    return KafkaModule.READER.missing(spark).or(this::ownProblem);
  }

  private List<String> worldProblems() {
    try (TopicAdmin admin = TopicAdmin.of(topic.cluster().forCheck())) {
      return Range.of(admin, topic.topics(), reading).problems();
    } catch (BrokerProblem e) {
      return List.of(e.getMessage());
    }
  }

  /** What is wrong with the description, whatever the world is like. */
  Optional<String> ownProblem() {
    if (!topic.cluster().isSet()) {
      return Optional.of("it has no bootstrapServers(…)");
    }
    List<RecordComponentType> inValue = layout.inValue();
    if (format instanceof WholeValue<T> whole) {
      String others =
          inValue.stream()
              .map(RecordComponentType::name)
              .filter(name -> !name.equals(whole.component()))
              .collect(Collectors.joining(", "));
      return others.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "the value is %s, and nothing says where in a message is %s: key(…), header(…) or the like"
                  .formatted(whole.component(), others));
    }
    return inValue.isEmpty() ? nothingInTheValue() : problemOfFormat();
  }

  private Optional<String> nothingInTheValue() {
    return Optional.of(
        "all components of %s are beside the value, and none is in it; take value(type, accessor) for one"
            .formatted(layout.record().simpleName()));
  }

  private Optional<String> problemOfFormat() {
    List<String> problems = format.problems(layout.columns());
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    problem(spark).ifPresent(this::fail);
    // they go into no plan, for Spark keeps of them what it needs to read
    Map<String, String> options = reading.options(topic, range(), layout.has(Kind.HEADER));
    return rows(spark.read().format("kafka").options(options).load());
  }

  /** One for each partition, whatever {@link #minPartitions} says: in real time none is divided. */
  @Override
  public int tasks(SparkSession spark) {
    try (TopicAdmin admin = TopicAdmin.of(topic.cluster().forCheck())) {
      return admin.partitions(topic.topics()).size();
    } catch (BrokerProblem e) {
      throw e.of(description());
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if {@code until} is set
   */
  @Override
  public Dataset<Row> readStream(StreamContext context) {
    return follow(context, reading.sizes());
  }

  @Override
  public Dataset<Row> readRealTime(StreamContext context) {
    return follow(context, Map.of());
  }

  private Dataset<Row> follow(StreamContext context, Map<String, String> sizes) {
    problem(context.spark()).or(this::problemOfStream).ifPresent(this::fail);
    Map<String, String> options =
        reading.streamOptions(topic, beginning(), layout.has(Kind.HEADER));
    return rows(
        StreamSources.named(context).format("kafka").options(options).options(sizes).load());
  }

  /**
   * The offsets that were given, and the earliest of partitions that were not there then: what is in
   * those has come since.
   */
  private Map<TopicPart, Long> beginning() {
    Map<TopicPart, Long> offsets = topic.topics().offsets(reading.from());
    if (!offsets.isEmpty()) {
      try (TopicAdmin admin = TopicAdmin.of(topic.cluster())) {
        admin.partitions(topic.topics())
            .forEach(part -> offsets.putIfAbsent(part, Topics.EARLIEST));
      } catch (BrokerProblem e) {
        throw e.of(description());
      }
    }
    return offsets;
  }

  /** Each message as a row, of a batch or a stream. */
  private Dataset<Row> rows(Dataset<Row> messages) {
    Dataset<Row> rows = new Incoming(layout, format, reading.tombstones()).rows(messages);
    return reading.failFast()
        ? Verdict.failOnMalformed(rows, place()).drop(ORIGIN)
        : rows;
  }

  @Override
  public Optional<String> explain(Throwable failure) {
    return KafkaModule.CLIENT.isThere()
        ? BrokerProblem.ofReading(topic, failure).map(p -> place() + ": " + p.getMessage())
        : Optional.empty();
  }

  private Range range() {
    ownProblem().ifPresent(this::fail);
    try (TopicAdmin admin = TopicAdmin.of(topic.cluster())) {
      Range range = Range.of(admin, topic.topics(), reading);
      if (!range.problems().isEmpty()) {
        fail(String.join("; ", range.problems()));
      }
      return range;
    } catch (BrokerProblem e) {
      throw e.of(description());
    }
  }

  private void fail(String problem) {
    throw new IllegalStateException(description() + ": " + problem);
  }

  @Override
  public String toString() {
    return description();
  }
}
