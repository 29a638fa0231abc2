package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.connect.Sink;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.Precision;
import dev.sluice.testkit.RecordArbitrary;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkProperties;
import dev.sluice.testkit.server.PostgresServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever rows there are, {@code COPY} leaves the table that statements leave. */
@SparkProperties
class PostgresCopyPropertiesTest {

  enum Colour {
    RED,
    GREEN
  }

  record Every(
      int id,
      boolean yes,
      Byte tiny,
      Short small,
      Long large,
      Float single,
      Double real,
      @Precision(value = 30, scale = 7) BigDecimal decimal,
      String text,
      LocalDate day,
      Instant at,
      LocalDateTime local,
      byte[] bytes,
      Colour colour,
      List<String> texts,
      List<Integer> numbers,
      List<Double> reals,
      List<LocalDateTime> times,
      List<Colour> colours) {}

  @Provide
  Arbitrary<List<Every>> rows() {
    return RecordArbitrary.of(Every.class).list().ofMaxSize(20).uniqueElements(Every::id);
  }

  @Property(tries = 25)
  void copiedRowsAreThoseThatStatementsWrite(@ForAll("rows") List<Every> rows, SparkKit kit) {
    String url = PostgresServer.shared().createDatabase();
    JdbcTable<Every> copied = Jdbc.table(Every.class, "copied").url(url);
    JdbcTable<Every> stated = Jdbc.table(Every.class, "stated").url(url);
    TestDatabase.execute(
        url,
        copied.upsert(Every::id).createTable(),
        "CREATE TABLE stated (LIKE copied INCLUDING ALL)");

    write(rows, copied.upsert(Every::id), kit);
    write(rows, stated.upsert(Every::id).withoutCopy(), kit);

    assertThat(TestDatabase.texts(url, "SELECT c::text FROM copied c ORDER BY id"))
        .hasSameSizeAs(rows)
        .isEqualTo(TestDatabase.texts(url, "SELECT s::text FROM stated s ORDER BY id"));
  }

  private static void write(List<Every> rows, Sink<Every> sink, SparkKit kit) {
    Pipeline pipeline = Pipeline.named("rows");
    pipeline.source("rows", InMemory.rows(Every.class, rows)).sink("table", sink);
    pipeline.run(kit.spark());
  }
}
