package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Key;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Output;
import dev.sluice.plan.SortKey;
import java.util.List;
import java.util.stream.Collectors;

/** Texts that the descriptions of several verbs have. */
final class Details {

  private Details() {}

  /** The components that come out, but for columns and keys that keep their name. */
  static List<String> outputs(List<Output> outputs) {
    return outputs.stream()
        .filter(output -> !isCarried(output))
        .map(Output::text)
        .toList();
  }

  private static boolean isCarried(Output output) {
    return (output.value() instanceof Field field && field.accessor().equals(output.component()))
        || (output.value() instanceof Key key && key.accessor().equals(output.component()));
  }

  /** The components of a join that come out, each with where it comes from. */
  static List<String> joined(List<Output> outputs) {
    return outputs.stream()
        .map(output -> output.component() + " = " + ExprText.joined(output.value()))
        .toList();
  }

  static String by(List<ExprNode> keys) {
    return keys.isEmpty()
        ? ""
        : " by " + keys.stream().map(ExprText::of).collect(Collectors.joining(", "));
  }

  static String order(List<SortKey> keys) {
    return SortKey.text(keys);
  }

  static String first(List<SortKey> keys) {
    return keys.isEmpty() ? "" : ", first by " + order(keys);
  }
}
