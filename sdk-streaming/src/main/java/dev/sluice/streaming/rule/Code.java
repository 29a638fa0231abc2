package dev.sluice.streaming.rule;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Problem.Severity;

/**
 * What a rule is known by, and its part of the guide's table. A message says what was found there,
 * what would happen, and what to do: {@code <found>, so <happens>: <instead>}.
 *
 * @param id by subject and number, such as {@code TIME-001}; it never gets another meaning
 * @param severity whether a stream can start nevertheless
 * @param acceptable whether the author of a pipeline can say that it is meant so
 * @param finds what it finds, in general
 * @param happens what would happen
 * @param instead the smallest change that helps
 */
public record Code(
    String id,
    Severity severity,
    boolean acceptable,
    String finds,
    String happens,
    String instead) {

  /** Something with which no stream starts. */
  static Code refused(String id, String finds, String happens, String instead) {
    return new Code(id, Severity.REFUSED, false, finds, happens, instead);
  }

  /** Something with which a stream starts only if it is accepted. */
  static Code refusedUnlessAccepted(String id, String finds, String happens, String instead) {
    return new Code(id, Severity.REFUSED, true, finds, happens, instead);
  }

  /** Something that may be meant so. */
  static Code warning(String id, String finds, String happens, String instead) {
    return new Code(id, Severity.WARNING, true, finds, happens, instead);
  }

  /** The same with other words for what would happen here. */
  Code happens(String here) {
    return new Code(id, severity, acceptable, finds, here, instead);
  }

  /** The same with another change that helps here. */
  Code instead(String here) {
    return new Code(id, severity, acceptable, finds, happens, here);
  }

  Problem at(PlanNode stage, String found) {
    return at(stage, stage.site(), found);
  }

  /** At the line on which a part of the stage was written. */
  Problem at(PlanNode stage, ExprNode part, String found) {
    return at(stage, part.writtenAt().orElse(stage.site()), found);
  }

  Problem at(PlanNode stage, CallSite line, String found) {
    return at(stage.name(), line, found);
  }

  Problem at(PlanSink sink, String found) {
    return at(sink.name(), sink.site(), found);
  }

  Problem at(String name, CallSite line, String found) {
    return says(name, line, "%s, so %s: %s".formatted(found, happens, instead));
  }

  /** With a whole sentence, as a source or sink has it of itself. */
  Problem says(String name, CallSite line, String sentence) {
    return new Problem(name, line, sentence).coded(id, severity);
  }
}
