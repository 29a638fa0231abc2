package dev.sluice.ml.recommend;

/**
 * What a training gives.
 *
 * @param recommender trained with all ratings
 * @param report how good one is that was trained without those that were held out
 * @param <U> the type of the ids of users
 * @param <I> the type of the ids of items
 */
public record FittedRecommender<U, I>(
    Recommender<U, I> recommender, RecommenderReport report) {}
