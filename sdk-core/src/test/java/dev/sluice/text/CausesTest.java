package dev.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CausesTest {

  @Test
  void goesFromTheFailureToItsFirstCause() {
    IOException first = new IOException("broken pipe");
    RuntimeException second = new IllegalStateException(first);
    RuntimeException failure = new IllegalArgumentException(second);

    assertThat(Causes.of(failure)).containsExactly(failure, second, first);
  }

  @Test
  void endsWhereAChainBitesItsOwnTail() {
    RuntimeException failure = new IllegalStateException("a");
    failure.initCause(new IllegalStateException("b", failure));

    assertThat(Causes.of(failure)).hasSize(100);
  }

  @Test
  void ofNoFailureThereAreNone() {
    assertThat(Causes.of(null)).isEmpty();
  }
}
