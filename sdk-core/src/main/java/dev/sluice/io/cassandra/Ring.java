package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.TokenMap;
import com.datastax.oss.driver.api.core.metadata.token.Token;
import com.datastax.oss.driver.api.core.metadata.token.TokenRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tokens of a cluster, divided so that a query has as few nodes to ask as possible. */
final class Ring {

  /** The smallest token of each partitioner: a range that ends there goes to the end. */
  private static final Map<String, String> SMALLEST =
      Map.of("Murmur3Partitioner", "-9223372036854775808", "RandomPartitioner", "-1");

  private final TokenMap tokens;
  private final String smallest;

  Ring(CqlSession session) {
    this.tokens =
        session
            .getMetadata()
            .getTokenMap()
            .orElseThrow(
                () -> new CassandraException(
                    "the tokens of the cluster are not known: see that advanced.metadata.token-map.enabled is true"));
    String partitioner = tokens.getPartitionerName().replaceFirst(".*\\.", "");
    if (!SMALLEST.containsKey(partitioner)) {
      throw new CassandraException(
          "the cluster has the partitioner %s, whose tokens cannot be divided: read single partitions with where(…)"
              .formatted(partitioner));
    }
    this.smallest = SMALLEST.get(partitioner);
  }

  /** Parts that have each token once, about as many as wanted. */
  List<Part> parts(int wanted) {
    List<TokenRange> ranges = tokens.getTokenRanges().stream().sorted().toList();
    int each = Math.max(1, (wanted + ranges.size() - 1) / ranges.size());
    List<TokenRange> small =
        ranges.stream().flatMap(range -> range.splitEvenly(each).stream()).toList();
    return Part.grouped(small, wanted).stream()
        .map(
            group -> new Part(
                new ArrayList<>(
                    group.stream()
                        .flatMap(range -> range.unwrap().stream())
                        .map(
                            range -> new Part.Range(bound(range.getStart()), bound(range.getEnd())))
                        .toList()),
                new ArrayList<>()))
        .toList();
  }

  private String bound(Token token) {
    String text = tokens.format(token);
    return text.equals(smallest) ? "" : text;
  }
}
