package dev.sluice.ml.recommend;

/**
 * What of the ratings that were held out a recommender could know: shares from 0 to 1. What it does not know the biases
 * answer.
 *
 * @param users of the users, those who were trained with
 * @param items of the items, those that were trained with
 * @param ratings of the ratings, those of which both were
 * @param catalogue of the items with enough ratings, those that were recommended to anybody
 */
public record Coverage(double users, double items, double ratings, double catalogue) {}
