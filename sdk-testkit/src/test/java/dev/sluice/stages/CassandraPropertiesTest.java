package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.sluice.Pipeline;
import dev.sluice.io.cassandra.Cassandra;
import dev.sluice.io.cassandra.CassandraTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.Precision;
import dev.sluice.testkit.RecordArbitrary;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkProperties;
import dev.sluice.testkit.server.CassandraServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Whatever a row holds comes back from a real Cassandra as it was. */
@SparkProperties
class CassandraPropertiesTest {

  enum Color {
    RED,
    GREEN
  }

  record Sample(
      long id,
      String text,
      Color color,
      Boolean flag,
      Byte tiny,
      Short small,
      Integer whole,
      Long big,
      Float single,
      Double real,
      @Precision(value = 20, scale = 5) BigDecimal amount,
      LocalDate day,
      Instant at,
      List<Integer> numbers,
      Map<String, Integer> counts) {

    Sample numbered(long number) {
      return new Sample(
          number, text, color, flag, tiny, small, whole, big, single, real, amount, day, at,
          numbers, counts);
    }

    /** As Cassandra keeps it: milliseconds, and no collection where it is empty. */
    Sample kept() {
      return new Sample(
          id, text, color, flag, tiny, small, whole, big, single, real, amount, day,
          at == null ? null : at.truncatedTo(ChronoUnit.MILLIS),
          numbers == null || numbers.isEmpty() ? null : numbers,
          counts == null || counts.isEmpty() ? null : counts);
    }
  }

  @Provide
  Arbitrary<List<Sample>> samples() {
    return RecordArbitrary.of(Sample.class)
        .set(Sample::numbers).to(Arbitraries.integers().list().ofMaxSize(4))
        .set(Sample::counts)
        .to(
            Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), Arbitraries.integers())
                .ofMaxSize(3))
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 8)
  @AddLifecycleHook(WhereCassandraStarts.class)
  void everyRowComesBackAsItWas(@ForAll("samples") List<Sample> samples, SparkKit kit) {
    CassandraServer server = CassandraServer.shared();
    String keyspace = server.createKeyspace();
    try (CqlSession session = server.openSession()) {
      session.execute(
          "CREATE TABLE %s.samples (id bigint PRIMARY KEY, text text, color text, flag boolean, tiny tinyint, small smallint, whole int, big bigint, single float, real double, amount decimal, day date, at timestamp, numbers list<int>, counts map<text, int>)"
              .formatted(keyspace));
    }
    CassandraTable<Sample> table =
        Cassandra.table(Sample.class, keyspace + ".samples")
            .contactPoints("127.0.0.1:" + server.contactPoint().getPort());
    List<Sample> rows =
        IntStream.range(0, samples.size()).mapToObj(i -> samples.get(i).numbered(i)).toList();
    Pipeline pipeline = Pipeline.named("samples");
    pipeline
        .source("samples", InMemory.rows(Sample.class, rows))
        .sink("table", table.upsert(Sample::id).truncatingTimes());

    pipeline.run(kit.spark());

    assertThat(kit.source(table))
        .hasRows(rows.stream().map(Sample::kept).toArray(Sample[]::new));
  }

  /** A rejected assumption would be a try of the property that found nothing. */
  static final class WhereCassandraStarts implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      return CassandraTablesTest.canStart()
          ? SkipResult.doNotSkip()
          : SkipResult.skip("no JDK 17 for the server");
    }
  }
}
