package dev.sluice.spark.run;

import dev.sluice.PipelineException;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Lookup;
import dev.sluice.plan.verb.Read;
import dev.sluice.spark.compile.LookupException;
import dev.sluice.spark.compile.UdfException;
import dev.sluice.spark.rows.RecordValueException;
import dev.sluice.text.Causes;
import dev.sluice.text.OneLine;
import java.io.NotSerializableException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.QueryContext;
import org.apache.spark.QueryContextType;
import org.apache.spark.SparkThrowable;

/**
 * Says in the user's terms why a sink failed: the stage, the line, and the reason without Spark's
 * plan around it.
 */
final class FailureText {

  private static final String STOPPED = "the Spark session was stopped while the pipeline ran";

  /** The condition of what {@code raise_error} throws: its message is all that there is to say. */
  private static final String RAISED = "USER_RAISED_EXCEPTION";

  private FailureText() {}

  static Problem of(Plan plan, PlanSink sink, Throwable failure) {
    return of(
        plan.stages(),
        "sink '%s'".formatted(OneLine.of(sink.name())),
        sink.stage(),
        sink.site(),
        failure);
  }

  /**
   * What failed, and why.
   *
   * @param stages those that took part
   * @param what the work that failed
   * @param stage the stage it was for, named if the failure names no other
   * @param site the line it was written on
   */
  static Problem of(
      List<PlanNode> stages, String what, PlanNode stage, CallSite site, Throwable failure) {
    if (rootCause(failure) instanceof PipelineException known && !known.problems().isEmpty()) {
      Problem first = known.problems().get(0);
      String all =
          known.problems().stream().map(Problem::message).collect(Collectors.joining("; "));
      return new Problem(first.stage(), first.site(), all);
    }
    String message =
        "%s failed: %s".formatted(what, explained(stage, failure).orElse(reason(failure)));
    Optional<Problem> inLookup =
        Causes.of(failure)
            .filter(LookupException.class::isInstance)
            .findFirst()
            .flatMap(t -> located(lookups(stages), ((LookupException) t).frame(), message));
    if (inLookup.isPresent()) {
      return inLookup.get();
    }
    return contexts(failure)
        .filter(context -> context.contextType() == QueryContextType.DataFrame)
        .flatMap(context -> located(stages, context.callSite(), message).stream())
        .findFirst()
        .orElseGet(() -> new Problem(stage.name(), site, message));
  }

  /**
   * A failure of a run that belongs to none of its stages.
   *
   * @param stopped whether the session is stopped; Spark's own words for that vary
   */
  static Problem ofRun(Plan plan, Throwable failure, boolean stopped) {
    CallSite site = plan.sinks().isEmpty() ? CallSite.unknown() : plan.sinks().get(0).site();
    return new Problem(
        plan.name(), site, "the run broke off: " + (stopped ? STOPPED : reason(failure)));
  }

  /** A failure of a sink whose session is stopped. */
  static Problem ofStopped(PlanSink sink) {
    return new Problem(
        sink.stage().name(),
        sink.site(),
        "sink '%s' failed: %s".formatted(OneLine.of(sink.name()), STOPPED));
  }

  /** Whether the work failed because Spark was told to cancel it. */
  static boolean isCancellation(Throwable failure) {
    return Causes.of(failure)
        .anyMatch(
            t -> t instanceof SparkThrowable s && "SPARK_JOB_CANCELLED".equals(s.getCondition()));
  }

  /** A stage of another kind may stand on the same line. */
  private static List<PlanNode> lookups(List<PlanNode> stages) {
    return stages.stream().filter(stage -> stage.is(Lookup.class)).toList();
  }

  /** The stage that was written on the line, or has an expression that was. */
  private static Optional<Problem> located(List<PlanNode> stages, String frame, String message) {
    for (PlanNode stage : stages) {
      Optional<CallSite> site =
          Stream.concat(Stream.of(stage.site()), stage.expressions().flatMap(ExprNode::sites))
              .filter(s -> s.frame().equals(frame))
              .findFirst();
      if (site.isPresent()) {
        return Optional.of(new Problem(stage.name(), site.get(), message));
      }
    }
    return Optional.empty();
  }

  private static Stream<QueryContext> contexts(Throwable failure) {
    return Causes.of(failure)
        .filter(SparkThrowable.class::isInstance)
        .flatMap(t -> Arrays.stream(((SparkThrowable) t).getQueryContext()));
  }

  private static Optional<String> explained(PlanNode stage, Throwable failure) {
    return stage
        .upstream()
        .flatMap(before -> before.verb(Read.class).stream())
        .flatMap(read -> read.source().explain(failure).stream())
        .findFirst();
  }

  private static String reason(Throwable failure) {
    Throwable ours =
        Causes.of(failure)
            .filter(
                t -> t instanceof UdfException
                    || t instanceof RecordValueException
                    || t instanceof LookupException)
            .findFirst()
            .orElseGet(() -> rootCause(failure));
    if (ours instanceof NotSerializableException) {
      return notSerializable("a "
          + String.valueOf(ours.getMessage()).lines().findFirst().orElse("value") + " that it");
    } else if (isOfTheDebugger(ours)) {
      return notSerializable("what it");
    }
    if (ours instanceof SparkThrowable raised && RAISED.equals(raised.getCondition())) {
      return raised.getMessageParameters().getOrDefault("errorMessage", ours.getMessage());
    }
    String message = ours.getMessage() == null ? ours.getClass().getName() : ours.getMessage();
    int plan = message.indexOf("\n== DataFrame ==");
    return (plan < 0 ? message : message.substring(0, plan)).strip();
  }

  private static String notSerializable(String what) {
    return "a function of a transformation cannot be sent to the executors, because %s captures is not java.io.Serializable"
        .formatted(what);
  }

  /**
   * Spark wants to say more of what cannot be serialized, and needs another --add-opens for it. The
   * first time it fails in making its debugger, later it misses its class.
   */
  private static boolean isOfTheDebugger(Throwable failure) {
    return String.valueOf(failure.getMessage()).contains("SerializationDebugger")
        || Arrays.stream(failure.getStackTrace())
            .anyMatch(frame -> frame.getClassName().contains("SerializationDebugger"));
  }

  private static Throwable rootCause(Throwable failure) {
    return Causes.of(failure).reduce((first, last) -> last).orElse(failure);
  }
}
