package dev.sluice.spark.compile;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.expr.NodeExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.expr.Texts;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.Fn;
import dev.sluice.plan.NullFacts;
import dev.sluice.plan.Phrase;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordRows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** A module adds functions and kinds of expression without a change in the core. */
class ExprModulesTest {

  private static final RecordType RECORD = RecordType.of(TypicalRow.class);

  private static final Fn GREETING = Fn.scalar("greeting");

  /** A text between two others: a kind of expression that says no more of itself than it must. */
  record Quoted(ExprNode of, String mark) implements ExprNode {

    @Override
    public List<ExprNode> children() {
      return List.of(of);
    }

    @Override
    public Quoted withChildren(List<ExprNode> children) {
      return new Quoted(children.get(0), mark);
    }

    @Override
    public Phrase text() {
      return Phrase.of(mark, of, mark);
    }
  }

  private static final ExprModule MODULE =
      new ExprModule() {
        @Override
        public Map<Fn, Lowering> functions() {
          return Map.of(
              GREETING, (call, a) -> functions.concat(functions.lit("Hello, "), a.get(0)));
        }

        @Override
        public List<Kind<?>> kinds() {
          return List.of(
              new Kind<>(
                  Quoted.class,
                  (quoted, inner) -> functions.concat(
                      functions.lit(quoted.mark()),
                      inner.apply(quoted.of()),
                      functions.lit(quoted.mark()))));
        }
      };

  private static final StrExpr<TypicalRow> QUOTED =
      StrExpr.of(NodeExpr.of(new Quoted(col(TypicalRow::otherText).node(), "|")));

  private static Object value(ExprNode node, ExprModules modules) {
    return RecordRows.dataset(
        TestSpark.session(), List.of(TypicalRow.row(0)), TypicalRow.class)
        .select(ExprCompiler.over(RECORD).with(modules).column(node))
        .head()
        .get(0);
  }

  @Test
  void aFunctionOfAModuleIsCompiledByIt() {
    ExprNode name = col(TypicalRow::otherText).node();
    assertThat(
        value(new Call(GREETING, List.of(name), name.site()), ExprModules.of(List.of(MODULE))))
        .isEqualTo("Hello, x");
  }

  @Test
  void aKindOfAModuleStandsAmongTheOthers() {
    assertThat(value(QUOTED.concat("!").upper().node(), ExprModules.of(List.of(MODULE))))
        .isEqualTo("|X|!");
  }

  @Test
  void aKindIsWrittenAsItSays() {
    assertThat(QUOTED.concat("!")).hasToString("concat(|otherText|, '!')");
  }

  @Test
  void whatAKindDoesNotSayIsTakenForTheWorst() {
    ExprNode node = QUOTED.node();
    NullFacts nothingIsNull =
        new NullFacts(List.of(Set.of("otherText")), List.of(RECORD), true);
    assertThat(node.children()).allMatch(child -> !child.nullable(nothingIsNull));
    assertThat(node.nullable(nothingIsNull)).isTrue();
    assertThat(node.deterministic()).isFalse();
    assertThat(node.costly()).isTrue();
  }

  @Test
  void aKindWithoutItsModuleIsRefused() {
    assertThatThrownBy(() -> value(QUOTED.node(), ExprModules.of(List.of())))
        .hasMessage(
            "nothing on the class path compiles expressions of %s: is the module there that has it?"
                .formatted(Quoted.class.getName()));
  }

  @Test
  void twoModulesDoNotCompileTheSame() {
    ExprModule other =
        new ExprModule() {
          @Override
          public Map<Fn, Lowering> functions() {
            return Map.of(Texts.IS_BLANK, (call, a) -> functions.lit(true));
          }
        };
    assertThatThrownBy(() -> ExprModules.of(List.of(other)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("which another module on the class path compiles already")
        .hasMessageContaining("isblank");
  }
}
