package dev.sluice.samples.recommend;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.ml.evaluate.ModelCard;
import dev.sluice.ml.recommend.Recommendation;
import dev.sluice.ml.recommend.Recommender;
import dev.sluice.samples.ads.AdEventSource;
import dev.sluice.samples.ads.AdFaults;
import dev.sluice.samples.ads.EventCleaning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns from generated ad events which ads users like, prints its card and writes ten ads for each user. */
@Command(
    name = "recommend",
    description = "Learn which ads users like from generated events, and recommend ten to each",
    showDefaultValues = true)
public final class RecommendJob implements Callable<Integer> {

  private static final long SEED = 42;
  private static final int TOP = 10;
  private static final int SHOWN = 3;

  @Option(
      names = "--rows",
      description = "How many events to generate.",
      defaultValue = "200000")
  private long rows;

  @Option(
      names = "--rank",
      description = "How many factors each user and ad has.",
      defaultValue = "3")
  private int rank;

  @Option(
      names = "--output",
      description = "The directory of the recommender, its card and what it recommends.",
      defaultValue = "target/recommend")
  private Path output;

  /** Made by the launcher, which also sets the options. */
  public RecommendJob() {}

  @Override
  public Integer call() throws IOException {
    Tastes tastes = Tastes.ofThirtyDays(rows, SEED);
    try (SparkSession spark = Sessions.embedded("recommend").getOrCreate()) {
      Stage<Response> responses =
          AdRecommender.responses(
              EventCleaning.events(
                  Pipeline.named("recommend")
                      .source("events", new AdEventSource(rows, tastes, new AdFaults(SEED)))));
      Recommender<Long, Long> ads =
          AdRecommender.training(responses, rank).fit(spark).recommender();

      ModelCard card = ModelCard.of("Recommender " + ads.name(), ads.card());
      System.out.println(card.text());
      System.out.printf(
          "best possible RMSE, by whoever knows the tastes: %.4f%n",
          BestError.of(tastes, responses.collect(spark)));
      show(ads, tastes);
      card.save(output);
      ads.save(output.resolve("ads.json").toString());
      topOfAll(ads).run(spark);
      System.out.printf("recommender, card, picture and ads for all are in %s%n", output);
    }
    return 0;
  }

  private static void show(Recommender<Long, Long> ads, Tastes tastes) {
    for (long user = 1; user <= SHOWN; user++) {
      System.out.printf("user %d will like%n", user);
      for (Recommendation<Long> ad : ads.top(user, SHOWN)) {
        System.out.printf(
            "  ad %d: %.2f, and is known to: %.2f%n",
            ad.item(), ad.score(), tastes.expected(user, ad.item()));
      }
    }
  }

  private Pipeline topOfAll(Recommender<Long, Long> ads) {
    Pipeline pipeline = Pipeline.named("top ads");
    pipeline
        .source("top ads", ads.topForAll(TOP, TopAd::new))
        .sink("top_ads",
            Files.parquet(TopAd.class, output.resolve("top_ads").toString()).overwrite());
    return pipeline;
  }
}
