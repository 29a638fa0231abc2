package dev.sluice.samples.ads.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.Instant;

/**
 * What a user did with an ad, as it arrives: with duplicates, gaps and wrong values. What a
 * component says of NULL holds for events as they arrive; a valid event has no NULL.
 *
 * @param eventId the key; an event that was delivered twice has it twice
 * @param userId who; NULL where the user was not recognized
 * @param campaignId the campaign of the ad
 * @param adId the ad
 * @param timestamp when, to the millisecond; NULL where the device had no clock
 * @param eventType {@link #IMPRESSION}, {@link #CLICK} or {@link #CONVERSION}
 * @param deviceType such as {@code mobile}; NULL if not known
 * @param os the operating system; NULL if not known
 * @param browser the browser; NULL if not known
 * @param country two letters; NULL if not known
 * @param city the city; NULL if not known
 * @param ageGroup such as {@code 25-34}; NULL if not known
 * @param gender {@code female}, {@code male} or {@code other}; NULL if not known
 * @param bidPrice what was bid for the place of the ad
 * @param cost what the event cost the advertiser; NULL means nothing
 * @param revenue what the event earned the advertiser; NULL means nothing, as for all but
 *     conversions
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record AdEvent(
    long eventId,
    Long userId,
    long campaignId,
    long adId,
    Instant timestamp,
    String eventType,
    String deviceType,
    String os,
    String browser,
    String country,
    String city,
    String ageGroup,
    String gender,
    double bidPrice,
    Double cost,
    Double revenue) {

  /** The type of an event: an ad was shown. */
  public static final String IMPRESSION = "impression";

  /** The type of an event: an ad was clicked. */
  public static final String CLICK = "click";

  /** The type of an event: a user bought, or did what else the campaign is for. */
  public static final String CONVERSION = "conversion";
}
