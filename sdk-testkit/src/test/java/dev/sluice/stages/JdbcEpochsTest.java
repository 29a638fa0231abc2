package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.stages.EpochSinkContract.Item;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Batches of streams in real databases. */
@SparkTest(
    conf = {
        // compiling the plans takes longer than to run them on a few rows
        "spark.sql.codegen.wholeStage=false",
        "spark.sql.codegen.factoryMode=NO_CODEGEN"
    })
class JdbcEpochsTest {

  private static final Item ONE = new Item(1, 1, "one", 1);
  private static final String TABLE =
      "CREATE TABLE items (id BIGINT PRIMARY KEY, part INT, text VARCHAR(50), version BIGINT)";

  /** Of all tests: making a database takes longer than what is done in it. */
  private static String postgres;

  private final SparkKit kit;

  @BeforeAll
  static void database() {
    postgres = PostgresServer.shared().createDatabase();
  }

  JdbcEpochsTest(SparkKit kit) {
    this.kit = kit;
  }

  /** One table of a database. */
  private abstract class InTable extends EpochSinkContract {

    final String url;

    InTable(String url, String create) {
      this.url = url;
      TestDatabase.execute(
          url, "DROP TABLE IF EXISTS items", "DROP TABLE IF EXISTS sluice_epochs", create);
    }

    final JdbcTable<Item> items() {
      return Jdbc.table(Item.class, "items").url(url);
    }

    @Override
    SparkSession spark() {
      return kit.spark();
    }

    @Override
    List<Item> there() {
      return kit.source(items()).collect(kit.spark());
    }
  }

  @Nested
  class AppendToPostgres extends InTable {

    AppendToPostgres() {
      super(
          postgres, TABLE.replace(" PRIMARY KEY", ""));
    }

    @Override
    EpochSink<Item> sink() {
      return items().append();
    }

    @Override
    boolean isKeyed() {
      return false;
    }

    @Test
    void theLedgerIsPartOfTheTransaction() {
      write(STREAM, 0);
      TestDatabase.execute(
          url, "ALTER TABLE sluice_epochs ADD CONSTRAINT crash CHECK (epoch < 1)");
      assertThatThrownBy(() -> write(STREAM, 1, ONE)).hasMessageContaining("crash");
      assertThat(there()).isEmpty();
      TestDatabase.execute(url, "ALTER TABLE sluice_epochs DROP CONSTRAINT crash");

      write(STREAM, 1, ONE);

      assertThat(there()).containsExactly(ONE);
    }

    @Test
    void anEpochThatIsThereIsSkippedWithoutComputingItsRows() {
      write(STREAM, 1, ONE);

      assertThat(sink().write(failing(new Item(3, 1, "", 1)), new Epoch(STREAM, 1)).reason())
          .contains("epoch 1 of shop/items is there already");
    }

    @Test
    void ofTwoWritersOfOneEpochOneWrites() {
      write(STREAM, 0);
      Stream.of(1, 2, 3)
          .map(i -> CompletableFuture.runAsync(() -> write(STREAM, 1, ONE)))
          .toList()
          .forEach(CompletableFuture::join);

      assertThat(there()).containsExactly(ONE);
    }

    @Test
    void noTableIsLeftBehind() {
      write(STREAM, 0, ONE);
      write(STREAM, 0, ONE);

      assertThat(
          TestDatabase.texts(
              url,
              "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"))
          .containsExactlyInAnyOrder("items", "sluice_epochs");
    }

    @Test
    void whoMayMakeNoTablesIsToldBefore() {
      TestDatabase.execute(
          url,
          "CREATE ROLE epochs_reader LOGIN",
          "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
          "GRANT SELECT, INSERT ON items TO epochs_reader");

      assertThat(
          Jdbc.table(Item.class, "items").url(url.replaceFirst("[?&]user=\\w+", ""))
              .user("epochs_reader").append().checkStream(kit.spark()))
          .singleElement()
          .asString()
          .contains("the user may make no table beside the target");
      TestDatabase.execute(url, "DROP OWNED BY epochs_reader", "DROP ROLE epochs_reader");
    }
  }

  @Nested
  class UpsertOfPostgres extends InTable {

    UpsertOfPostgres() {
      super(postgres, TABLE);
    }

    @Override
    EpochSink<Item> sink() {
      return items().upsert(Item::id);
    }

    @Override
    boolean isKeyed() {
      return true;
    }

    @Override
    boolean isWhole() {
      return false;
    }

    @Test
    void anEpochThatWasNotEnteredIsWrittenAgainInItsPlaces() {
      write(STREAM, 0, ONE);
      TestDatabase.execute(url, "DELETE FROM sluice_epochs");
      write(STREAM, 0, ONE);

      assertThat(there()).containsExactly(ONE);
    }
  }

  @Nested
  class UpsertOfH2InOneTransaction extends InTable {

    UpsertOfH2InOneTransaction() {
      super(TestDatabase.h2(), TABLE);
    }

    @Override
    EpochSink<Item> sink() {
      return items().upsert(Item::id).inOneTransaction().ledger("\"Our epochs\"");
    }

    @Override
    boolean isKeyed() {
      return true;
    }

    @Test
    void theLedgerHasTheNameThatIsSaid() {
      write(STREAM, 5, ONE);

      assertThat(TestDatabase.texts(url, "SELECT \"epoch\" FROM \"Our epochs\""))
          .containsExactly("5");
    }
  }

  @Nested
  class AppendToH2 extends InTable {

    AppendToH2() {
      super(TestDatabase.h2(), TABLE.replace(" PRIMARY KEY", ""));
    }

    @Override
    EpochSink<Item> sink() {
      return items().append();
    }

    @Override
    boolean isKeyed() {
      return false;
    }

    @Test
    void aTableThatIsNoLedgerIsFoundBefore() {
      TestDatabase.execute(
          url, "CREATE TABLE sluice_epochs (stream VARCHAR(50), epoch BIGINT, who INT NOT NULL)");

      assertThat(sink().checkStream(kit.spark()))
          .singleElement()
          .asString()
          .contains(
              "sluice_epochs is no ledger of epochs, it has the columns STREAM, EPOCH, WHO: name another table with ledger(…), or make this one anew: CREATE TABLE");
      assertThat(items().append().check(kit.spark())).isEmpty();
    }

    @Test
    void aLedgerThatSomebodyMadeIsTaken() {
      TestDatabase.execute(
          url,
          "CREATE TABLE sluice_epochs (stream VARCHAR(50) PRIMARY KEY, epoch BIGINT, since TIMESTAMP DEFAULT NOW())");
      write(STREAM, 0, ONE);
      write(STREAM, 0, ONE);

      assertThat(sink().checkStream(kit.spark())).isEmpty();
      assertThat(there()).containsExactly(ONE);
    }

    @Test
    void anOverwriteIsRefused() {
      assertThat(items().overwrite().streamProblems())
          .singleElement()
          .asString()
          .contains("each batch of the stream would replace all rows of those before it");
      assertThatIllegalStateException()
          .isThrownBy(() -> items().overwrite().write(rows(ONE), new Epoch(STREAM, 0)));
    }

    @Test
    void byPartitionRowsMayBeThereTwiceUntilTheirEpochIs() {
      var byPartition = items().append().byPartition();
      byPartition.write(rows(ONE), new Epoch(STREAM, 0));
      byPartition.write(rows(ONE), new Epoch(STREAM, 0));

      assertThat(there()).containsExactly(ONE);
      assertThat(byPartition.delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
    }
  }
}
