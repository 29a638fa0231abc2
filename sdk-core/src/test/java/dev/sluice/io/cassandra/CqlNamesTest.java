package dev.sluice.io.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CqlNamesTest {

  @Test
  void namesAreReadAsCqlReadsThem() {
    assertThat(CqlName.of("Shop.Users")).isEqualTo(new CqlName("shop", "users"));
    assertThat(CqlName.of("shop.\"Us.\"\"ers\"")).isEqualTo(new CqlName("shop", "Us.\"ers"));
    assertThat(CqlName.of("shop.\"Us.\"\"ers\"").quoted()).isEqualTo("\"shop\".\"Us.\"\"ers\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "", ".", "a.b.c", "a.b; DROP TABLE c", "a.\"b", "a. b"})
  void whatIsNoNameIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CqlName.of(name))
        .withMessageContaining("shop.users");
  }

  @Test
  void typesAreReadAtAllDepths() {
    assertThat(CqlType.of("map<text, frozen<list<frozen<map<int, uuid>>>>>"))
        .hasToString("map<text, list<map<int, uuid>>>");
    assertThat(CqlType.of("frozen<set<timeuuid>>"))
        .isEqualTo(new CqlType("set", List.of(new CqlType("timeuuid", List.of()))));
  }

  @Test
  void contactPointsHaveThePortOfCassandraUnlessTheySayAnother() {
    assertThat(
        Cluster.NONE.at(List.of("a", "10.0.0.1:9", "[::1]", "[fe80::1]:19042")).shown())
        .isEqualTo("a:9042, 10.0.0.1:9, [::1]:9042, [fe80::1]:19042");
  }

  @Test
  void groupsHaveEachElementOnceInOrder() {
    List<Integer> all = IntStream.range(0, 10).boxed().toList();
    for (int groups : new int[]{1, 2, 3, 7, 10, 40}) {
      List<List<Integer>> grouped = Part.grouped(all, groups);

      assertThat(grouped).hasSize(Math.min(groups, 10)).noneMatch(List::isEmpty);
      assertThat(grouped.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
    }
  }
}
