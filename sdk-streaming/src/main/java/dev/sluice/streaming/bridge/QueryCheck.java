package dev.sluice.streaming.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.ExtendedAnalysisException;
import org.apache.spark.sql.catalyst.analysis.UnsupportedOperationChecker;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.Origin;
import org.apache.spark.sql.streaming.OutputMode;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What Spark says against a streaming query when it starts, asked before.
 *
 * @param message Spark's sentence, without its plan
 * @param frames the lines of users that the operator it speaks of comes from, as a stack trace shows
 *     them; none if it speaks of the whole
 */
public record QueryCheck(String message, List<String> frames) {

  private static final String PLAIN = "_LEGACY_ERROR_TEMP_3102";

  /** Copies the list. */
  public QueryCheck {
    frames = List.copyOf(frames);
  }

  /** Spark's first objection to a query; empty if it has none. Nothing is started. */
  public static Optional<QueryCheck> of(Dataset<Row> rows, OutputMode mode) {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
    try {
      UnsupportedOperationChecker.checkForStreaming(plan, mode);
      return Optional.empty();
    } catch (Exception e) { // Scala declares nothing
      return Optional.of(new QueryCheck(sentence(e), frames(e, plan)));
    }
  }

  private static String sentence(Exception e) {
    if (e instanceof AnalysisException said) {
      return PLAIN.equals(said.getCondition())
          ? said.getMessageParameters().getOrDefault("msg", said.getSimpleMessage())
          : said.getSimpleMessage();
    }
    return String.valueOf(e.getMessage());
  }

  private static List<String> frames(Exception e, LogicalPlan whole) {
    List<String> frames = new ArrayList<>();
    if (e instanceof ExtendedAnalysisException said
        && said.plan().isDefined()
        && said.plan().get() != whole) {
      LogicalPlan operator = said.plan().get();
      add(frames, operator.origin());
      for (Expression expression : CollectionConverters.asJava(operator.expressions())) {
        add(frames, expression.origin());
      }
    }
    return frames;
  }

  private static void add(List<String> frames, Origin origin) {
    if (origin.stackTrace().isDefined()) {
      Arrays.stream(origin.stackTrace().get())
          .map(StackTraceElement::toString)
          .forEach(frames::add);
    }
  }
}
