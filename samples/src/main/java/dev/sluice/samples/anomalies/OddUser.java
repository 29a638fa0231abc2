package dev.sluice.samples.anomalies;

import dev.sluice.ml.model.Reason;
import java.util.List;

/**
 * How unlike the others a user is.
 *
 * @param userId the user
 * @param score from 0 to 1; about 0.5 and less is usual
 * @param odd whether it is as high as of the share of users that is expected to be odd
 * @param why what sets the user apart
 */
public record OddUser(long userId, double score, boolean odd, List<Reason> why) {}
