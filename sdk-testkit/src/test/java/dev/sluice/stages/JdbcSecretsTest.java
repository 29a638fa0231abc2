package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.Secret;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.run.RunReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password of a database is in no output of a run; where it would be shown, it is refused. */
@SparkTest
class JdbcSecretsTest {

  record Item(long id, String text) {}

  /** A secret store of one's own, which says too much when it fails. */
  record Vault(boolean open) implements Secret {

    @Override
    public String name() {
      return "vault /db";
    }

    @Override
    public String value() {
      if (!open) {
        throw new IllegalStateException("the vault is closed, password=h1dden was asked for");
      }
      return PASSWORD;
    }

    @Override
    public String toString() {
      return name();
    }
  }

  private static final String PASSWORD = "h1dden";

  private final SparkKit kit;
  private final String url = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID());

  JdbcSecretsTest(SparkKit kit) {
    this.kit = kit;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "jdbc:postgresql://db/shop?password=h1dden",
          "jdbc:postgresql://db/shop?user=u&password=h1dden&ssl=true",
          "jdbc:postgresql://u:h1dden@db/shop",
          "jdbc:postgresql://db/shop?sslpassword=h1dden",
          "jdbc:postgresql://db/shop?PASSWORD=h1dden",
          "jdbc:h2:mem:x;PASSWORD=h1dden",
          "jdbc:h2:mem:x;USER=sa;PASSWORD=h1dden",
          "jdbc:h2:file:/x;CIPHER=AES;PASSWORD=h1dden",
          "jdbc:sqlserver://db;user=sa;password=h1dden",
          "jdbc:sqlserver://db;user=sa;password={h1dden}",
          "jdbc:sqlserver://db;accessToken=h1dden",
          "jdbc:sqlserver://db;AADSecurePrincipalSecret=h1dden",
          "jdbc:sqlserver://db;trustStorePassword=h1dden",
          "jdbc:oracle:thin:scott/h1dden@//db/x",
          "jdbc:oracle:thin:scott/h1dden@db:1521:x",
          "jdbc:mysql://u:h1dden@db/shop",
          "jdbc:mysql://(host=db,user=u,password=h1dden)/shop",
          "jdbc:mysql://db/shop?user=u&password1=h1dden",
          "jdbc:mysql://db/shop?trustCertificateKeyStorePassword=h1dden",
          "jdbc:mariadb://db/shop?user=u&password=h1dden",
          "jdbc:mariadb://db/shop?keyStorePassword=h1dden",
          "jdbc:mariadb://db/shop?pwd=h1dden"})
  void aUrlWithAPasswordIsRefused(String withPassword) {
    assertThatThrownBy(() -> Jdbc.table(Item.class, "items").url(withPassword))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has a secret in it")
        .hasMessageNotContaining(PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "password", "PASSWORD", "sslpassword", "trustStorePassword", "accessToken", "secretKey",
          "oauth.client-secret", "api_key"})
  void aPropertyThatIsAPasswordIsRefused(String key) {
    assertThatThrownBy(() -> Jdbc.table(Item.class, "items").property(key, PASSWORD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is a secret: give it as a Secret")
        .hasMessageNotContaining(PASSWORD);
  }

  static Stream<Arguments> placements() throws Exception {
    Path file = Files.createTempFile("secret", "");
    Files.writeString(file, PASSWORD + "\n");
    return Stream.<UnaryOperator<JdbcTable<Item>>>of(
        table -> table.password(Secret.of(PASSWORD)),
        table -> table.password(Secret.file(file.toString())),
        table -> table.password(new Vault(true)),
        table -> table.property("password", Secret.of(PASSWORD)))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("placements")
  void noOutputOfARunShowsIt(UnaryOperator<JdbcTable<Item>> set) throws Exception {
    created();
    JdbcTable<Item> table = set.apply(Jdbc.table(Item.class, "items").url(url).user("sa"));

    List<String> said = said(table, false);

    assertThat(said).hasSizeGreaterThan(10);
    assertThat(String.join("\n", said)).contains("table items").doesNotContain(PASSWORD);
  }

  @ParameterizedTest
  @MethodSource("placements")
  void noOutputOfAFailedRunShowsIt(UnaryOperator<JdbcTable<Item>> set) throws Exception {
    created();
    JdbcTable<Item> table = set.apply(Jdbc.table(Item.class, "items").url(url).user("sa"));

    List<String> said = said(table, true);

    assertThat(String.join("\n", said)).contains("Unique index").doesNotContain(PASSWORD);
  }

  static Stream<Arguments> wrong() {
    return Stream.<UnaryOperator<JdbcTable<Item>>>of(
        table -> table.user("sa").password(Secret.of(PASSWORD + "x")),
        table -> table.user("nobody").password(Secret.of(PASSWORD)),
        table -> table.user("sa").password(new Vault(false)),
        table -> table.user("sa").password(Secret.env("SLUICE_NO_SUCH_VARIABLE")),
        table -> table.user("sa").password(Secret.file("/no/such/file")))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aConnectionThatIsRefusedDoesNotShowIt(UnaryOperator<JdbcTable<Item>> set)
      throws Exception {
    created();
    JdbcTable<Item> table = set.apply(Jdbc.table(Item.class, "items").url(url));

    List<String> problems = new ArrayList<>(table.check(kit.spark()));
    problems.addAll(table.append().check(kit.spark()));
    problems.add(trace(catchThrowable(() -> table.read(kit.spark()))));

    assertThat(problems).hasSize(3);
    assertThat(String.join("\n", problems)).contains("items").doesNotContain(PASSWORD);
  }

  private void created() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE items (id BIGINT PRIMARY KEY, text VARCHAR(20))");
      statement.execute("INSERT INTO items VALUES (1, 'a'), (2, 'b')");
    }
  }

  /** All that a run says, and what is said about its pipeline before. */
  private List<String> said(JdbcTable<Item> table, boolean fails) {
    List<String> said = new ArrayList<>();
    Pipeline pipeline = Pipeline.named("items");
    Stage<Item> items = pipeline.source("items", table).filter(col(Item::id).gt(0));
    items.sink("again", fails ? table.append() : table.upsert(Item::id).inOneTransaction());
    said.addAll(
        List.of(
            pipeline.describe(), pipeline.toMermaid(), pipeline.toString(), table.toString(),
            table.append().toString(), table.password(new Vault(true)).toString()));
    said.addAll(table.check(kit.spark()));
    var execution = items.toDataset(kit.spark()).queryExecution();
    said.add(execution.toString());
    said.add(execution.logical().toJSON());
    try (EventLog events = new EventLog(kit.spark());
        CapturedLog log = CapturedLog.everything()) {
      said.addAll(saidByRunning(pipeline));
      said.addAll(events.lines());
      said.addAll(log.texts());
    }
    said.add(String.valueOf(kit.spark().conf().getAll()));
    return said;
  }

  private List<String> saidByRunning(Pipeline pipeline) {
    try {
      RunReport report = pipeline.run(kit.spark());
      return List.of(report.toText(), report.toJson(), report.toString());
    } catch (RuntimeException e) {
      return List.of(trace(e));
    }
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
