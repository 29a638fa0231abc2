package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.jvm.JvmOfTest;
import dev.sluice.testkit.server.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Upserts that are killed, as {@code kill -9} does, and run again. {@code -Dsluice.upsert.kills=20
 * -Dsluice.upsert.rows=200000} kills more often.
 */
@SparkTest
class KilledUpsertTest {

  private static final int KILLS = Integer.getInteger("sluice.upsert.kills", 1);
  private static final int ROWS = Integer.getInteger("sluice.upsert.rows", 20_000);

  private final SparkKit kit;

  KilledUpsertTest(SparkKit kit) {
    this.kit = kit;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void loseNothingDoubleNothingAndReplaceNoNewerRow(boolean whole) throws Exception {
    String url = PostgresServer.shared().createDatabase();
    TestDatabase.execute(
        url,
        "CREATE TABLE numbered (id BIGINT PRIMARY KEY, sequence BIGINT NOT NULL, checksum BIGINT NOT NULL)");
    Random random = new Random(7);
    upsert(url, 1, whole);
    long[] before = sequences(url);

    for (int i = 0; i < KILLS; i++) {
      int killed = runAndKill(url, max(before) + 1, whole, 500 + random.nextInt(3_000));

      assertThat(killed).as("status of a killed process").isEqualTo(137);
      long[] after = sequences(url);
      for (int id = 0; id < ROWS; id++) {
        assertThat(after[id]).isGreaterThanOrEqualTo(before[id]);
      }
      if (whole) {
        assertThat(Arrays.stream(after).distinct()).as("sequences").hasSize(1);
      }
      before = after;
    }

    long last = max(before) + 1;
    upsert(url, last, whole);
    assertThat(sequences(url)).containsOnly(last);
    // late, so that it changes nothing
    upsert(url, 1, whole);
    assertThat(sequences(url)).containsOnly(last);
  }

  private void upsert(String url, long sequence, boolean whole) {
    UpsertJvm.run(kit.spark(), url, ROWS, sequence, whole);
  }

  private static int runAndKill(String url, long sequence, boolean whole, int death)
      throws Exception {
    return JvmOfTest.run(
        List.of(),
        UpsertJvm.class.getName(),
        url,
        String.valueOf(ROWS),
        String.valueOf(sequence),
        String.valueOf(whole),
        String.valueOf(death));
  }

  private static long max(long[] sequences) {
    return Arrays.stream(sequences).max().orElseThrow();
  }

  /** Of each key; fails if one is not there, or a row is of two halves. */
  private static long[] sequences(String url) throws SQLException {
    long[] sequences = new long[ROWS];
    Arrays.fill(sequences, -1);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, sequence, checksum FROM numbered")) {
      while (rows.next()) {
        int id = rows.getInt(1);
        assertThat(rows.getLong(3)).isEqualTo(id * 31L + rows.getLong(2));
        assertThat(sequences[id]).as("key %s once", id).isEqualTo(-1);
        sequences[id] = rows.getLong(2);
      }
    }
    assertThat(sequences).doesNotContain(-1);
    return sequences;
  }
}
