package dev.sluice.samples.ads;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatSchema;

import dev.sluice.samples.ads.model.AdEvent;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@SparkTest
class AdEventSourceTest {

  private static final AdEvents EVENTS = AdEvents.ofThirtyDays(1_000, 7);
  private static final AdFaults FAULTS = new AdFaults(7);
  private static final AdEventSource SOURCE = new AdEventSource(1_000, EVENTS, FAULTS);

  @Test
  void givesTheEventsThatPlainJavaGives(SparkKit kit) {
    List<AdEvent> arrived =
        LongStream.range(0, 1_000)
            .mapToObj(number -> FAULTS.arrivals(EVENTS.event(number)))
            .flatMap(List::stream)
            .toList();

    assertThat(kit.source(SOURCE)).hasRows(arrived);
  }

  @Test
  void givesRowsOfTheRecord(SparkKit kit) {
    assertThatSchema(SOURCE.read(kit.spark())).isOf(AdEvent.class);
  }
}
