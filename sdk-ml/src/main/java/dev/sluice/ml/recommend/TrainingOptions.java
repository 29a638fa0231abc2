package dev.sluice.ml.recommend;

import dev.sluice.plan.CallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How to train; a draft that its owner copies before it changes it. */
final class TrainingOptions {

  final Feedback feedback;
  int rank = 10;
  int iterations = 10;
  double regularization;
  double damping = 5;
  double confidence = 1;
  int leastSupport = 5;
  long seed = 42;
  int measuredAt = 10;
  OptionalDouble relevantFrom = OptionalDouble.empty();
  HoldOut holdOut = new HoldOut.Random(0.2);
  final List<Wrong> wrong = new ArrayList<>();

  /** What is wrong with an option, and where it was given. */
  record Wrong(CallSite site, String problem) {}

  TrainingOptions(Feedback feedback) {
    this.feedback = feedback;
    this.regularization = feedback == Feedback.EXPLICIT ? 0.25 : 0.1;
  }

  TrainingOptions copy() {
    TrainingOptions copy = new TrainingOptions(feedback);
    copy.rank = rank;
    copy.iterations = iterations;
    copy.regularization = regularization;
    copy.damping = damping;
    copy.confidence = confidence;
    copy.leastSupport = leastSupport;
    copy.seed = seed;
    copy.measuredAt = measuredAt;
    copy.relevantFrom = relevantFrom;
    copy.holdOut = holdOut;
    copy.wrong.addAll(wrong);
    return copy;
  }

  void require(boolean holds, String problem, Object... arguments) {
    if (!holds) {
      wrong.add(new Wrong(CallSite.here(), problem.formatted(arguments)));
    }
  }

  LatentOptions latent() {
    return new LatentOptions(feedback, rank, regularization, damping, confidence, leastSupport);
  }
}
