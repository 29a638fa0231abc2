package dev.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names cannot write what stands around them. */
class OneLineTest {

  record Item(int id) {}

  private static final String FORGED = "x\n  #9 forged\r\u001b[2J\u0085\u2028\u202e";

  private static Pipeline named(String name) {
    Pipeline pipeline = Pipeline.named(name);
    pipeline
        .source(name, InMemory.rows(Item.class, List.of(new Item(1))))
        .sink(name, InMemory.sink(Item.class));
    return pipeline;
  }

  @Test
  void aNameStaysInItsLine() {
    assertThat(named(FORGED).describe().lines()).hasSize(3);
    assertThat(named(FORGED).describe()).contains("x\\n  #9 forged\\r\\u001b[2J");
  }

  @Test
  void aNameDoesNotDrawInAFlowchart() {
    String chart = named("a\"]\n  s9[\"forged\u001b #35; `b` <i> & c").toMermaid();

    assertThat(chart.lines()).hasSize(4);
    assertThat(chart)
        .contains("a#quot;]   s9[#quot;forged  #35;35; #96;b#96; #lt;i#gt; #amp; c")
        .doesNotContain("\u001b");
  }

  @Test
  void aStageCannotForgeAProblem() {
    assertThat(new Problem(FORGED, CallSite.unknown(), "wrong").toString().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"daily sales", "Ümsätze €", "日本 🚀", "a | b"})
  void otherNamesStay(String name) {
    assertThat(OneLine.of(name)).isSameAs(name);
  }
}
