package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.expr.VariantExpr;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records in texts: what is none is seen. */
@SparkTest
@Tag("smoke")
class RecordTextStagesTest {

  enum Grade {
    GOLD,
    IRON
  }

  record User(int id, String name, Grade grade, List<Double> scores, Instant since) {}

  record Raw(int id, String body) {}

  record Read(int id, User user, String corrupt) {}

  record Pair(int a, String b) {}

  record Plain(int id, Pair pair, String corrupt) {}

  record Text(int id, String text) {}

  record Asked(int id, Long number, String text, Boolean isNull) {}

  private static final Instant SINCE = Instant.parse("2026-01-31T10:00:00.123456Z");
  private static final User ANN = new User(7, "Ann", Grade.GOLD, List.of(1.5), SINCE);

  private static final String JSON =
      "{\"id\":7,\"name\":\"Ann\",\"grade\":\"GOLD\",\"scores\":[1.5],\"since\":\"2026-01-31T10:00:00.123456Z\"}";

  private SparkKit kit;

  @BeforeEach
  void kit(SparkKit kit) {
    this.kit = kit;
  }

  private Stage<Read> read(String... bodies) {
    return raw(bodies)
        .select(row(Read::new).of(
            col(Raw::id),
            col(Raw::body).tryFromJson(User.class),
            col(Raw::body).corruptJson(User.class)));
  }

  private Stage<Raw> raw(String... bodies) {
    Raw[] rows = new Raw[bodies.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Raw(i, bodies[i]);
    }
    return kit.rows(Raw.class, rows);
  }

  @Test
  void aRecordIsReadFromJsonOrItsTextIsKept() {
    String[] bad = {
        "{\"id\":7", "{\"id\":\"seven\"}", "{\"name\":\"Ann\"}", "{\"id\":7,\"grade\":\"WOOD\"}",
        "null", "",
        "[1]", "{\"id\":7.5}"};

    assertThat(read(JSON, null, "{\"id\":8}"))
        .hasRows(
            new Read(0, ANN, null), new Read(1, null, null),
            new Read(2, new User(8, null, null, null, null), null));
    assertThat(read(bad))
        .hasRows(
            java.util.stream.IntStream.range(0, bad.length)
                .mapToObj(i -> new Read(i, null, bad[i]))
                .toArray(Read[]::new));
  }

  @Test
  void aTextThatIsNotTheRecordFailsTheRun() {
    Stage<Text> names =
        raw("{\"id\":\"seven\"}")
            .select(row(Text::new).of(
                col(Raw::id), col(Raw::body).fromJson(User.class).col(User::name)));

    assertThatThrownBy(() -> names.collect(kit.spark()))
        .hasMessageContaining("'{\"id\":\"seven\"}' is no JSON of User");
  }

  @Test
  void recordsAreReadFromCsvAndXml() {
    assertThat(
        raw("7,x", "y,x", "7", "7,x,z", null)
            .select(row(Plain::new).of(
                col(Raw::id),
                col(Raw::body).tryFromCsv(Pair.class),
                col(Raw::body).corruptCsv(Pair.class))))
        .hasRows(
            new Plain(0, new Pair(7, "x"), null), new Plain(1, null, "y,x"),
            new Plain(2, null, "7"), new Plain(3, null, "7,x,z"), new Plain(4, null, null));
    assertThat(
        raw("<p><a>7</a><b>x</b></p>", "<p><a>y</a></p>", "<p>", null)
            .select(row(Plain::new).of(
                col(Raw::id),
                col(Raw::body).tryFromXml(Pair.class),
                col(Raw::body).corruptXml(Pair.class))))
        .hasRows(
            new Plain(0, new Pair(7, "x"), null), new Plain(1, null, "<p><a>y</a></p>"),
            new Plain(2, null, "<p>"), new Plain(3, null, null));
  }

  @Test
  void aRecordIsWrittenAsItIsRead() {
    assertThat(
        read(JSON)
            .select(row(Text::new).of(col(Read::id), col(Read::user).toJson())))
        .hasRows(new Text(0, JSON));
  }

  @Test
  void aVariantIsAskedByPaths() {
    VariantExpr<Raw> body = col(Raw::body).tryParseJson();

    assertThat(
        raw("{\"a\":{\"n\":7}}", "{\"a\":\"x\"}", "{\"a\":null}", "{", null)
            .select(row(Asked::new).of(
                col(Raw::id), body.tryGetLong("$.a.n"), body.getText("$.a"),
                body.get("$.a").isVariantNull())))
        .hasRows(
            new Asked(0, 7L, "{\"n\":7}", false), new Asked(1, null, "x", false),
            new Asked(2, null, null, true), new Asked(3, null, null, false),
            new Asked(4, null, null, false));
  }
}
