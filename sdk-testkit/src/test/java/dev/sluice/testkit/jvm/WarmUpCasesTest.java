package dev.sluice.testkit.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What fills an archive must pass, or no archive is made. */
class WarmUpCasesTest {

  @Test
  void pass() {
    var results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(
                DiscoverySelectors.selectClass(WarmUpCases.class),
                DiscoverySelectors.selectClass(WarmUpStreamCases.class))
            .execute();

    assertThat(results.testEvents().succeeded().count()).isEqualTo(3);
  }
}
