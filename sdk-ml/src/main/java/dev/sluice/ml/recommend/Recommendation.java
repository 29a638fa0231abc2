package dev.sluice.ml.recommend;

/**
 * An item for a user.
 *
 * @param item its id
 * @param score what {@link Recommender#predict} says of it
 * @param basis what the score rests on: {@link Basis#TASTE}, or {@link Basis#ITEM} if nothing is known of the user
 * @param <I> the type of the ids of items
 */
public record Recommendation<I>(I item, double score, Basis basis) {}
