package dev.sluice.samples.ysb;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.Instant;

/**
 * An event of the benchmark: somebody saw an ad, clicked it, or bought.
 *
 * @param userId who
 * @param pageId on which page
 * @param adId which ad
 * @param adType what kind of ad
 * @param eventType {@code view}, {@code click} or {@code purchase}
 * @param eventTime when
 * @param ipAddress from where
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record AdEvent(
    String userId,
    String pageId,
    String adId,
    String adType,
    String eventType,
    Instant eventTime,
    String ipAddress) {}
