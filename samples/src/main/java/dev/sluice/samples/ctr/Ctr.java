package dev.sluice.samples.ctr;

import dev.sluice.ml.model.Reason;
import java.util.List;

/**
 * What the model says of an impression.
 *
 * @param id the impression's
 * @param probability how likely it is clicked
 * @param worth whether that is likely enough to bid
 * @param why what moved the probability most
 */
public record Ctr(long id, double probability, boolean worth, List<Reason> why) {}
