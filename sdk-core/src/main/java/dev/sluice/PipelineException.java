package dev.sluice;

import dev.sluice.connect.Secrets;
import dev.sluice.plan.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A pipeline that cannot run, with every problem that was found, each naming its stage and line.
 */
public final class PipelineException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** The problems; plain data, but not every part of it is serializable, so it stays behind. */
  private final transient List<Problem> problems;

  /** An exception that lists these problems. */
  public PipelineException(String pipeline, List<Problem> problems) {
    super(message(pipeline, problems));
    this.problems = List.copyOf(problems);
  }

  /** An exception for one stage, with its cause. */
  public PipelineException(String pipeline, Problem problem, Throwable cause) {
    super(message(pipeline, List.of(problem)), Secrets.masked(cause));
    this.problems = List.of(problem);
  }

  /** The problems, in the order of the pipeline's stages. */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(String pipeline, List<Problem> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return problems.stream()
        .map(problem -> "  " + problem)
        .collect(
            Collectors.joining(
                "\n", "pipeline '" + Secrets.masked(pipeline) + "' has " + count + ":\n", ""));
  }
}
