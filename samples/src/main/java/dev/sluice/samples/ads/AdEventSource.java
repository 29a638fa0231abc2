package dev.sluice.samples.ads;

import dev.sluice.connect.BoundedSource;
import dev.sluice.samples.ads.model.AdEvent;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Generated events as a source, as they arrive: computed by Spark's tasks, so that any number of
 * them needs no memory.
 *
 * @param rows how many events, before some of them arrive twice
 * @param events which
 * @param faults what goes wrong with them
 */
public record AdEventSource(long rows, NumberedEvents events, AdFaults faults)
    implements BoundedSource<AdEvent> {

  private static final StructType SCHEMA =
      StructType.fromDDL(
          "event_id BIGINT NOT NULL, user_id BIGINT, campaign_id BIGINT NOT NULL,"
              + " ad_id BIGINT NOT NULL, timestamp TIMESTAMP, event_type STRING,"
              + " device_type STRING, os STRING, browser STRING, country STRING, city STRING,"
              + " age_group STRING, gender STRING, bid_price DOUBLE NOT NULL, cost DOUBLE,"
              + " revenue DOUBLE");

  @Override
  public Class<AdEvent> type() {
    return AdEvent.class;
  }

  @Override
  public String description() {
    return "%,d generated ad events".formatted(rows);
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    // copies, as the source itself cannot be sent to Spark's tasks
    NumberedEvents sentEvents = events;
    AdFaults sentFaults = faults;
    FlatMapFunction<Long, Row> arrivals =
        number -> sentFaults.arrivals(sentEvents.event(number)).stream()
            .map(AdEventSource::row)
            .iterator();
    return spark.range(rows).flatMap(arrivals, Encoders.row(SCHEMA));
  }

  private static Row row(AdEvent event) {
    return RowFactory.create(
        event.eventId(),
        event.userId(),
        event.campaignId(),
        event.adId(),
        sql(event.timestamp()),
        event.eventType(),
        event.deviceType(),
        event.os(),
        event.browser(),
        event.country(),
        event.city(),
        event.ageGroup(),
        event.gender(),
        event.bidPrice(),
        event.cost(),
        event.revenue());
  }

  /** Rows take this class for a time, unless the session says otherwise. */
  private static Timestamp sql(Instant time) {
    return time == null ? null : Timestamp.from(time);
  }
}
