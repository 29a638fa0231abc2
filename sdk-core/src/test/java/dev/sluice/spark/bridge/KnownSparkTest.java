package dev.sluice.spark.bridge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.package$;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("smoke")
class KnownSparkTest {

  @Test
  void knowsTheSparkItIsBuiltFor() {
    assertThatCode(() -> KnownSpark.require(package$.MODULE$.SPARK_VERSION()))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheMethodThatAnotherSparkDoesNotHave() {
    var gone = new KnownSpark.Internal(SparkContext.class, "gone", String.class);

    assertThatThrownBy(() -> KnownSpark.require(KnownSpark.missing(List.of(gone)), "9.9.9"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("9.9.9")
        .hasMessageContaining("org.apache.spark.SparkContext.gone");
  }
}
