package dev.sluice.streaming.checkpoint;

import dev.sluice.connect.Secrets;
import dev.sluice.plan.PlanNode;
import dev.sluice.text.OneLine;
import java.util.List;
import java.util.Optional;

/**
 * Something about a checkpoint that its user has to know.
 *
 * @param code what kind of thing it is, {@code CKPT-003}
 * @param verdict how bad it is
 * @param stage the stage of the present plan that it is about; empty if it is about the whole
 * @param message what is so, where, and what to do
 */
public record Finding(String code, Verdict verdict, Optional<PlanNode> stage, String message) {

  /** Takes secrets and line ends out of the message. */
  public Finding {
    message = Secrets.masked(OneLine.of(message));
  }

  static Finding refused(String code, String message) {
    return new Finding(code, Verdict.UNUSABLE, Optional.empty(), message);
  }

  static Finding noted(String code, String message) {
    return new Finding(code, Verdict.WITH_CONSEQUENCE, Optional.empty(), message);
  }

  /** The same about a stage. */
  Finding of(PlanNode of) {
    return new Finding(code, verdict, Optional.of(of), message);
  }

  /** Whether nothing may start. */
  public boolean refuses() {
    return verdict == Verdict.UNUSABLE;
  }

  /** The worst of some. */
  public static Verdict worst(List<Finding> findings) {
    return findings.stream().map(Finding::verdict).max(Enum::compareTo).orElse(Verdict.USABLE);
  }

  /** {@code CKPT-003: …}. */
  public String text() {
    return code + ": " + message;
  }
}
