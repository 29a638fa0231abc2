package dev.sluice.ml.recommend;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Ratings of which it is known how they came about: a mean, a bias of each user and item, a product of three factors, and
 * noise of a known size.
 */
final class PlantedRatings {

  static final int RANK = 3;
  static final double NOISE = 0.3;
  private static final double MEAN = 3.5;

  record Rating(String user, String movie, double stars, Instant at) {}

  record Numbered(long user, Long movie, double stars) {}

  private final int users;
  private final int movies;
  private final double[] userBiases;
  private final double[] movieBiases;
  private final double[][] userFactors;
  private final double[][] movieFactors;
  private final List<Rating> rows = new ArrayList<>();

  PlantedRatings(int users, int movies, double share, long seed) {
    Random random = new Random(seed);
    this.users = users;
    this.movies = movies;
    this.userBiases = biases(users, random);
    this.movieBiases = biases(movies, random);
    this.userFactors = factors(users, random);
    this.movieFactors = factors(movies, random);
    for (int u = 0; u < users; u++) {
      for (int m = 0; m < movies; m++) {
        if (random.nextDouble() < share) {
          rows.add(
              new Rating(
                  user(u),
                  movie(m),
                  truth(u, m) + NOISE * random.nextGaussian(),
                  Instant.ofEpochSecond(random.nextInt(1_000_000))));
        }
      }
    }
  }

  private static double[] biases(int count, Random random) {
    return random.doubles(count, -0.5, 0.5).toArray();
  }

  private static double[][] factors(int count, Random random) {
    double[][] factors = new double[count][RANK];
    for (double[] each : factors) {
      Arrays.setAll(each, any -> 0.7 * random.nextGaussian());
    }
    return factors;
  }

  static String user(int number) {
    return "u-" + number;
  }

  static String movie(int number) {
    return "m-" + number;
  }

  double truth(int user, int movie) {
    double product = 0;
    for (int j = 0; j < RANK; j++) {
      product += userFactors[user][j] * movieFactors[movie][j];
    }
    return MEAN + userBiases[user] + movieBiases[movie] + product;
  }

  int users() {
    return users;
  }

  int movies() {
    return movies;
  }

  List<Rating> rows() {
    return rows;
  }

  List<Rating> rowsIn(long order) {
    List<Rating> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(order));
    return shuffled;
  }

  static Stage<Rating> stage(List<Rating> rows) {
    return Pipeline.named("films").source("ratings", InMemory.rows(Rating.class, rows));
  }

  static RecommenderTraining<Rating, String, String> training(List<Rating> rows) {
    return Recommenders.of("movies", stage(rows))
        .user(Rating::user)
        .item(Rating::movie)
        .rating(Rating::stars)
        .rank(RANK)
        .regularization(0.02);
  }
}
