package dev.sluice.samples.guide;

import static dev.sluice.testkit.compile.CompileAssertions.assertThatSource;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.samples.docs.Output;
import java.io.IOException;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class ApiRefusalsTest {

  @Test
  void refuses() {
    // #region refuses
    assertThatSource("""
        package dev.sluice.samples.guide;

        import dev.sluice.Stage;
        import dev.sluice.samples.guide.CategoryRevenueTest.*;

        class Swapped {
          Stage<Revenue> of(Stage<Sale> sales, Stage<Product> products) {
            return CategoryRevenueTest.revenue(products, sales);
          }
        }
        """)
        .doesNotCompile("incompatible types")
        .atLine(8);
    // #endregion
  }

  @Test
  void noLongerRefuses() throws IOException {
    AssertionError failure = assertThrows(AssertionError.class, () -> {
        // #region refuses-wrong
        assertThatSource("""
            package dev.sluice.samples.guide;

            import dev.sluice.samples.guide.CategoryRevenueTest.*;

            class Negative {
              Sale sale = new Sale(1, -2);
            }
            """)
            .doesNotCompile("incompatible types");
        // #endregion
    });
    Output.in("docs/guide/test-assertions.md", "refuses").shows(failure.getMessage());
  }
}
// @formatter:on
