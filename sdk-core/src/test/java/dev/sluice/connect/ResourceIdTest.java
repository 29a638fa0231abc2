package dev.sluice.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceIdTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
          "/data/orders | /data/orders",
          "/data/orders | /data/orders/",
          "/data/orders | /data/./x/../orders",
          "/data//orders | /data/orders",
          "/data | /data/orders",
          "/data/orders/2024 | /data/orders",
          "/data/2024-*/part | /data/2024-01/part",
          "/data/2024-*/part | /data/2024-01",
          "/data/* | /data/a/b",
          "/data/[ab]x | /data/bx",
          "/data/[!a]x | /data/bx",
          "/data/{a,b/c}/d | /data/b/c/d",
          "/data/?x | /data/ax",
          "/data/[a!]x | /data/!x",
          "/data/[\\]]x | /data/]x",
          "/data/[[a]x | /data/ax",
          "/data/[&&a] | /data/&",
          "/data/[.]* | /data/.x",
          "/data/{a\\,b,c} | /data/a,b",
          "/data/*/[a\\-c] | /data/x/-",
          "file:/data/orders | /data/orders",
          "file:///data/orders | file:/data/orders",
          "hdfs://name:8020/data | /data/out",
          "s3a://bucket/data | s3://bucket/data/out",
          "s3a://key:secret@bucket/data | s3a://bucket/data",
          "s3a://AKIA:se/cret@bucket/data | S3A://bucket/data/",
          "FILE:/data/orders | /data/orders",
          "File:///data/orders | file:/data/./orders",
          "file://localhost/data/orders | /data/orders",
          "HDFS://Name:8020/data | hdfs://name:8020/data",
      })
  void overwritingWhatIsReadIsAConflict(String read, String write) {
    assertThat(ResourceId.conflict(ResourceId.path(read), ResourceId.path(write))).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
          "/data/orders | /data/orders_clean",
          "/data/orders | /data/order",
          "/data/2024-*/part | /data/2023-01/part",
          "/data/[ab]x | /data/cx",
          "/data/{a,b/c}/d | /data/b/d",
          "/data/?x | /data/abx",
          "s3a://bucket/data | /data",
          "/data/a%20b | /data/a b",
          "s3a://bucket/data | s3a://other/data",
          "hdfs://one/data | hdfs://two/data",
          "abfss://a@account.dfs.core.windows.net/x | abfss://b@account.dfs.core.windows.net/x",
      })
  void overwritingSomethingElseIsNoConflict(String read, String write) {
    assertThat(ResourceId.conflict(ResourceId.path(read), ResourceId.path(write))).isEmpty();
  }

  @Test
  void aLinkToTheInputIsTheInput(@TempDir Path dir) throws IOException {
    Path orders = Files.createDirectory(dir.resolve("orders"));
    Path link = Files.createSymbolicLink(dir.resolve("link"), orders);

    assertThat(
        ResourceId.conflict(ResourceId.path(orders.toString()), ResourceId.path(link + "/new")))
        .isPresent();
  }

  @Test
  void aNameOfTwoLinesIsMatchedByAGlob() {
    assertThat(ResourceId.conflict(ResourceId.path("/data/a*"), ResourceId.path("/data/a\nb")))
        .isPresent();
  }

  @Test
  void aRelativePathIsBelowTheWorkingDirectory() {
    assertThat(ResourceId.path("out/x"))
        .isEqualTo(ResourceId.path(Path.of("").toAbsolutePath() + "/out/x"));
  }

  @Test
  void theConflictSaysWhichIsInsideWhich() {
    assertThat(ResourceId.conflict(ResourceId.path("/data"), ResourceId.path("/data/out")))
        .contains("/data/out is inside /data, which is read");
  }

  @Test
  void aTableIsTheSameWithoutItsDefaultDatabase() {
    assertThat(
        ResourceId.conflict(ResourceId.table("Orders"), ResourceId.table("`default`.orders")))
        .isPresent();
    assertThat(
        ResourceId.conflict(
            ResourceId.table("spark_catalog.default.Orders"), ResourceId.table("orders")))
        .isPresent();
    assertThat(ResourceId.conflict(ResourceId.table("a.orders"), ResourceId.table("b.orders")))
        .isEmpty();
    assertThat(ResourceId.conflict(ResourceId.table("orders"), ResourceId.path("orders")))
        .isEmpty();
  }

  @Test
  void secretsInAUriAreNotKept() {
    assertThat(ResourceId.path("s3a://key:secret@bucket/data").name())
        .isEqualTo("s3a://bucket/data");
  }
}
