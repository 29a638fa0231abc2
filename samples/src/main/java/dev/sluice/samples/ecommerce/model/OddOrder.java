package dev.sluice.samples.ecommerce.model;

import dev.sluice.ml.model.Reason;
import java.util.List;

/**
 * How unlike the others an order is.
 *
 * @param orderId the key
 * @param score from 0 to 1; about 0.5 and less is usual
 * @param odd whether it is as high as of the share of orders that is expected to be odd
 * @param why what sets it apart
 */
public record OddOrder(long orderId, double score, boolean odd, List<Reason> why) {}
