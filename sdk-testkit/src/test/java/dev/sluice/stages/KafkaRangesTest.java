package dev.sluice.stages;

import static dev.sluice.stages.KafkaMessages.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.io.kafka.Offsets;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which messages of a topic are read. */
@SparkTest
class KafkaRangesTest {

  record Event(int id) {}

  /** Not long ago: a broker deletes messages whose own time is older than the topic keeps them. */
  private static final Instant FIRST =
      Instant.now().truncatedTo(ChronoUnit.HOURS).minusSeconds(3_600);

  private final SparkKit kit;
  private KafkaMessages messages;
  private KafkaSource<Event> events;

  KafkaRangesTest(SparkKit kit) {
    this.kit = kit;
  }

  /** Partition 0 has 1 to 4, a minute apart; partition 1 has 11, at the time of 1. */
  @BeforeEach
  void send() {
    messages = KafkaMessages.in(2);
    for (int i = 1; i <= 4; i++) {
      send(0, FIRST.plus(Duration.ofMinutes(i - 1)), i);
    }
    send(1, FIRST, 11);
    events = messages.described().json(Event.class);
  }

  private void send(int partition, Instant at, int id) {
    messages.send(partition, at.toEpochMilli(), null, bytes("{\"id\":%d}".formatted(id)));
  }

  private List<Integer> ids(KafkaSource<Event> source) {
    return kit.source(source).collect(kit.spark()).stream().map(Event::id).sorted().toList();
  }

  private static Instant minute(int minutes) {
    return FIRST.plus(Duration.ofMinutes(minutes));
  }

  /** The check says it before a job, and a run without a check says the same. */
  private void isRefused(KafkaSource<Event> source, String problem) {
    assertThat(source.check(kit.spark())).hasSize(1).allMatch(each -> each.contains(problem));
    assertThatIllegalStateException().isThrownBy(() -> source.read(kit.spark()))
        .withMessageContaining(problem);
  }

  @Test
  void allMessagesAreReadUnlessSaidOtherwise() {
    assertThat(ids(events)).containsExactly(1, 2, 3, 4, 11);
    assertThat(ids(events.from(Offsets.latest()))).isEmpty();
  }

  @Test
  void offsetsBeginAndEndEachPartition() {
    assertThat(ids(events.from(Offsets.of(Map.of(0, 1L, 1, 0L)))))
        .containsExactly(2, 3, 4, 11);
    assertThat(ids(events.until(Offsets.of(Map.of(0, 2L, 1, 0L))))).containsExactly(1, 2);
    assertThat(
        ids(
            events.from(Offsets.of(Map.of(0, 1L, 1, 1L)))
                .until(Offsets.of(Map.of(0, 3L, 1, 1L)))))
        .containsExactly(2, 3);
  }

  @Test
  void timesBeginWithTheFirstMessageThatIsNotEarlier() {
    assertThat(ids(events.from(minute(1)))).containsExactly(2, 3, 4);
    assertThat(ids(events.from(minute(1).plusMillis(1)))).containsExactly(3, 4);
    assertThat(ids(events.until(minute(1)))).containsExactly(1, 11);
    assertThat(ids(events.from(minute(1)).until(minute(3)))).containsExactly(2, 3);
  }

  @Test
  void aPartitionWithoutAMessageSoLateIsNotReadFromThereAndReadToItsEnd() {
    assertThat(ids(events.from(minute(3)))).containsExactly(4);
    assertThat(ids(events.from(minute(4)))).isEmpty();
    assertThat(ids(events.until(minute(4)))).containsExactly(1, 2, 3, 4, 11);
  }

  @Test
  void runsBetweenTimesThatFollowEachOtherReadEachMessageOnce() {
    send(0, minute(1), 5); // came late
    send(1, minute(7), 12);
    List<Integer> all = new ArrayList<>();
    for (int i = -1; i < 10; i++) {
      all.addAll(ids(events.from(minute(i)).until(minute(i + 1))));
    }

    assertThat(all).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 11, 12);
  }

  @Test
  void fixedOffsetsAreTheSameForEveryRunAndTheNextGoesOnThere() {
    KafkaSource<Event> fixed = events.fixed();
    send(1, minute(2), 12);

    assertThat(ids(fixed)).containsExactly(1, 2, 3, 4, 11);
    assertThat(fixed.until()).isEqualTo(Offsets.of(Map.of(0, 4L, 1, 1L)));
    assertThat(ids(events.from(fixed.until()))).containsExactly(12);
  }

  @Test
  void anEndInTheFutureIsRefused() {
    isRefused(events.until(Instant.now().plusSeconds(600)), "is in the future: messages of that");
  }

  @Test
  void anOffsetBehindTheEndIsRefused() {
    isRefused(
        events.until(Offsets.of(Map.of(0, 9L, 1, 1L))),
        "partition 0 ends at offset 4, and 9 is asked for");
  }

  @Test
  void anEndBeforeTheBeginningIsRefused() {
    isRefused(
        events.from(Offsets.of(Map.of(0, 3L, 1, 0L))).until(Offsets.of(Map.of(0, 2L, 1, 1L))),
        "partition 0 would be read from offset 3 to 2, which is before it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> events.until(minute(1)).from(minute(2)))
        .withMessage("until(%s) is before from(%s)".formatted(minute(1), minute(2)));
  }

  @Test
  void offsetsNameAllPartitions() {
    isRefused(
        events.from(Offsets.of(Map.of(0, 1L))),
        "it has the partitions [0, 1], and offsets are given for [0]: say where to begin and end in [1] too");
    isRefused(
        events.from(Offsets.of(Map.of(0, 1L, 1, 0L, 2, 0L))),
        "it has the partitions [0, 1], and offsets are given for [0, 1, 2]");
  }

  @Test
  void anOffsetThatIsDeletedIsRefusedUnlessWhatIsLeftWillDo() throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", messages.kafka().bootstrapServers()))) {
      admin.deleteRecords(
          Map.of(new TopicPartition(messages.topic(), 0), RecordsToDelete.beforeOffset(2)))
          .all().get();
    }
    KafkaSource<Event> source = events.from(Offsets.of(Map.of(0, 1L, 1, 0L)));

    assertThat(ids(events)).containsExactly(3, 4, 11);
    isRefused(
        source,
        "partition 0 begins at offset 2, and 1 is asked for: what was before is deleted; failOnDataLoss(false) reads what is left");
    assertThat(ids(source.failOnDataLoss(false))).containsExactly(3, 4, 11);
  }

  @Test
  void theDescriptionTellsTheRange() {
    assertThat(events.description())
        .isEqualTo(
            "json of topic %s at %s"
                .formatted(messages.topic(), messages.kafka().bootstrapServers()));
    assertThat(events.from(minute(0)).description())
        .endsWith(", from %s until latest".formatted(FIRST));
  }
}
