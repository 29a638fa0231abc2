package dev.sluice.spark.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.ExprRewrite;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Filter;
import dev.sluice.spark.compile.RandomExpressions.Cells;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A description says all of an expression: random trees that differ read differently. */
class ExpressionTextPropertiesTest {

  private static final int TREES = 1_000;
  private static final PlanNode CELLS =
      Pipeline.named("random").source("cells", InMemory.rows(Cells.class, List.of())).node();

  /**
   * Small trees, so that many of them are alike. Only whether a number was written as a {@code double} or
   * a decimal its text does not say, which the fingerprint does.
   */
  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void whatReadsTheSameIsTheSame(@ForAll long seed) {
    Map<String, Set<String>> fingerprints = new HashMap<>();

    trees(seed, 1)
        .forEach(
            tree -> fingerprints
                .computeIfAbsent(ExprText.of(tree) + constants(tree), text -> new HashSet<>())
                .add(fingerprint(tree)));

    assertThat(fingerprints.size()).as("texts").isBetween(TREES / 20, TREES * 3 / 4);
    assertThat(fingerprints.entrySet()).allMatch(entry -> entry.getValue().size() == 1);
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void anyChangedConstantChangesTextAndFingerprint(@ForAll long seed) {
    Random random = new Random(seed);

    for (ExprNode tree : trees(seed, 4).toList()) {
      List<ExprNode> constants = tree.tree().filter(Literal.class::isInstance).toList();
      if (!constants.isEmpty()) {
        ExprNode constant = constants.get(random.nextInt(constants.size()));
        ExprNode changed =
            ExprRewrite.of(
                tree,
                node -> node == constant
                    ? Optional.of(new Literal(ChangedConstant.of(((Literal) constant).value())))
                    : Optional.empty());

        assertThat(ExprText.of(changed)).isNotEqualTo(ExprText.of(tree));
        assertThat(fingerprint(changed)).isNotEqualTo(fingerprint(tree));
      }
    }
  }

  private static Stream<ExprNode> trees(long seed, int depth) {
    RandomExpressions random = new RandomExpressions(new Random(seed), depth);
    return Stream.generate(random::any).limit(TREES).map(tree -> tree.node());
  }

  /** The classes of its constants. */
  private static List<? extends Class<?>> constants(ExprNode tree) {
    return tree.tree()
        .filter(Literal.class::isInstance)
        .map(literal -> ((Literal) literal).value().getClass())
        .toList();
  }

  private static String fingerprint(ExprNode expr) {
    Origin origin = new Origin("tree", Cells.class, CallSite.unknown());
    PlanNode stage = new PlanNode(origin, new Filter(expr), CELLS);
    return new Plan("random", List.of(), List.of()).fingerprint(stage);
  }
}
