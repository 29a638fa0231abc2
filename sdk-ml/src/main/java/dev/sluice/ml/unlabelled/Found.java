package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Head;
import java.util.OptionalDouble;

/**
 * What was found in rows.
 *
 * @param head scores with it
 * @param threshold the score from which on a row is what is looked for; empty where there is no such score
 * @param card what is to be known of it
 */
@Internal
public record Found(Head head, OptionalDouble threshold, Card card) {}
