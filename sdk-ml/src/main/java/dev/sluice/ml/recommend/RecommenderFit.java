package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Card.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Trains a recommender, measures it, and tells of it. */
final class RecommenderFit {

  private final String name;
  private final RatingColumns columns;
  private final TrainingOptions options;

  RecommenderFit(String name, RatingColumns columns, TrainingOptions options) {
    this.name = name;
    this.columns = columns;
    this.options = options;
  }

  <U, I> FittedRecommender<U, I> of(RatingRows rows, Class<I> itemType) {
    LatentTraining training = new LatentTraining(columns, options, rows.partitions());
    RecommenderWarnings warnings = new RecommenderWarnings().rows(rows, options.feedback);
    List<Figure> figures = List.of();
    Optional<Coverage> coverage = Optional.empty();
    if (!(options.holdOut instanceof HoldOut.None)) {
      Dataset<Row> train = rows.train();
      Dataset<Row> test = rows.test();
      if (test.isEmpty()) {
        warnings.unmeasured(
            "no rating was held out (%s)".formatted(options.holdOut.text()));
      } else if (train.isEmpty()) {
        warnings.unmeasured(
            "all ratings were held out (%s)".formatted(options.holdOut.text()));
      } else {
        Latent part = training.of(train);
        HeldOutRatings held =
            HeldOutRatings.of(test, part, options.measuredAt, relevantFrom(part));
        Figures told = new Figures(held.users());
        figures = told.all(options.feedback, options.measuredAt);
        coverage = Optional.of(held.coverage());
        warnings.measured(told, figures, held.coverage(), options.regularization);
      }
    }
    Latent latent = training.of(rows.all());
    warnings.learned(latent);
    RecommenderReport report =
        new RecommenderReport(
            figures,
            coverage,
            rows.size(),
            latent.users().size(),
            latent.items().size(),
            rows.leftOut(),
            warnings.all());
    Card card =
        Card.EMPTY
            .withAbout(about(rows, report))
            .withFigures(figures)
            .withWarnings(report.warnings());
    return new FittedRecommender<>(
        Recommender.trained(name, latent, card, itemType), report);
  }

  private double relevantFrom(Latent latent) {
    return options.feedback == Feedback.IMPLICIT
        ? Double.NEGATIVE_INFINITY
        : options.relevantFrom.orElse(latent.mean());
  }

  private Map<String, String> about(RatingRows rows, RecommenderReport report) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put(
        "ratings",
        String.format(
            Locale.ROOT,
            "%,d of %,d users for %,d items",
            report.ratings(),
            report.users(),
            report.items()));
    about.put("feedback", options.feedback.name().toLowerCase(Locale.ROOT));
    report.leftOut().forEach((reason, count) -> about.put("left out, for " + reason, "" + count));
    about.put("held out", options.holdOut.text());
    report
        .coverage()
        .ifPresent(
            known -> about.put(
                "known of what was held out",
                "%s %% of the ratings, %s %% of the users, %s %% of the items"
                    .formatted(
                        Figures.plain(100 * known.ratings()),
                        Figures.plain(100 * known.users()),
                        Figures.plain(100 * known.items()))));
    about.put("rank", "" + options.rank);
    about.put("iterations", "" + options.iterations);
    about.put("regularization", "" + options.regularization);
    if (options.feedback == Feedback.IMPLICIT) {
      about.put("weight of confidence", "" + options.confidence);
    } else {
      about.put("damping", "" + options.damping);
    }
    about.put("least support", "" + options.leastSupport);
    about.put("seed", "" + options.seed);
    about.put("blocks", "" + rows.partitions());
    about.put("Spark", rows.all().sparkSession().version());
    about.put(
        "depends on",
        "ratings, options, seed and blocks; on several machines the last digits also on the order in which blocks arrive");
    return about;
  }
}
