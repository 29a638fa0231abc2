package dev.sluice;

import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.verb.SampleBy.Share;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The shares of a stratified sample, in one order whatever map they come from. */
final class Shares {

  private Shares() {}

  static List<Share> of(Map<?, Double> fractions) {
    return fractions.entrySet().stream()
        .map(share -> new Share(new Literal(share.getKey()), share.getValue()))
        .sorted(Comparator.comparing(share -> String.valueOf(share.key().value())))
        .toList();
  }
}
