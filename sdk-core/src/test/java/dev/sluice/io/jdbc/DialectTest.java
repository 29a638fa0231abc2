package dev.sluice.io.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.io.Upsert;
import dev.sluice.record.ColumnName;
import dev.sluice.record.Precision;
import dev.sluice.record.RecordType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The SQL for each database, as people have read it; {@code -Dsluice.golden.update=true} writes the
 * files anew.
 */
class DialectTest {

  enum State {
    NEW
  }

  record Every(
      boolean yes,
      byte tiny,
      short small,
      int whole,
      Long large,
      Float single,
      Double real,
      @Precision(value = 12, scale = 2) BigDecimal decimal,
      @ColumnName("odd \"name]`") String text,
      LocalDate day,
      Instant at,
      LocalDateTime local,
      byte[] bytes,
      State state) {}

  private static final Path GOLDEN =
      Path.of(System.getProperty("basedir", ""), "src/test/resources/golden/dialects")
          .toAbsolutePath();

  @ParameterizedTest
  @CsvSource({
      "postgresql, jdbc:postgresql://h/d",
      "mysql, jdbc:mysql://h/d",
      "mariadb, jdbc:mariadb://h/d",
      "sqlserver, jdbc:sqlserver://h",
      "oracle, jdbc:oracle:thin:@//h/d",
      "h2, jdbc:h2:mem:d"
  })
  void saysWhatPeopleHaveRead(String name, String url) throws IOException {
    Path file = GOLDEN.resolve(name + ".sql");
    String text = statements(Dialect.of(url));
    if (Boolean.getBoolean("sluice.golden.update")) {
      Files.writeString(file, text);
    }
    assertThat(file).content().isEqualTo(text);
  }

  private static String statements(Dialect dialect) {
    String table = dialect.quoted(List.of("shop", "or\"d]e`rs"));
    List<String> columns = List.of("id", "state", "version").stream().map(dialect::quoted).toList();
    Upsert always =
        new Upsert(table, columns, columns.subList(0, 1), Optional.empty());
    Upsert ifNewer =
        new Upsert(table, columns, columns.subList(0, 1),
            Optional.of(columns.get(2)));
    Upsert keyAlone =
        new Upsert(table, columns.subList(0, 2), columns.subList(0, 2),
            Optional.empty());
    String stage = dialect.quoted(List.of("shop", "sluice_1"));
    return String.join(
        "\n\n",
        "-- insert\n" + dialect.insert(table, columns),
        "-- upsert\n" + dialect.upsert(always, Collections.nCopies(always.columns().size(), "?")),
        "-- upsert, only if newer\n"
            + dialect.upsert(ifNewer, Collections.nCopies(ifNewer.columns().size(), "?")),
        "-- upsert of a key alone\n"
            + dialect.upsert(keyAlone, Collections.nCopies(keyAlone.columns().size(), "?")),
        "-- a table to fill first\n"
            + dialect.emptyCopy(stage, columns, table, dialect.quoted("task")),
        "-- insert all of it\n" + dialect.insertAll(table, columns, stage),
        "-- upsert all of it\n" + dialect.merge(always, stage),
        "-- upsert all of it, only if newer\n" + dialect.merge(ifNewer, stage),
        "-- upsert all of it, a key alone\n" + dialect.merge(keyAlone, stage),
        "-- a new table\n"
            + NewTable.text(
                dialect, TableName.of("shop.every"), RecordType.of(Every.class),
                List.of("whole", "text")),
        "-- overwrite\n" + overwrites(dialect, Clearing.DELETE),
        "-- overwrite by truncate\n" + overwrites(dialect, Clearing.TRUNCATE),
        "-- overwrite by rename\n"
            + (dialect.twin("", "").isEmpty()
                ? "none"
                : overwrites(dialect, Clearing.RENAME) + "\n" + dialect.lost()),
        "-- about how many rows\n" + dialect.estimate(),
        "-- a ledger of epochs\n" + ledger(dialect),
        "-- a constant\n" + dialect.constant("it's \\ odd"),
        "");
  }

  private static String ledger(Dialect dialect) {
    Ledger ledger =
        Ledger.beside(List.of("shop", "orders"), dialect, TableName.of("sluice_epochs"));
    EpochStatements statements =
        EpochStatements.of(
            dialect,
            dialect.quoted(ledger.name().parts()),
            dialect.quoted("stream"),
            dialect.quoted("epoch"));
    return String.join(
        ";\n",
        ledger.create(), statements.select(), statements.update(), statements.insert(),
        dialect.mayMakeTables().orElse("-- nobody is asked whether it may be made"));
  }

  /** Names that are made up are called x. */
  private static String overwrites(Dialect dialect, Clearing clearing) {
    Overwriting overwriting = Overwriting.of(clearing, dialect, List.of("shop", "orders"));
    return Stream.of(
        overwriting.before(),
        List.of("INSERT INTO " + overwriting.into()),
        overwriting.after(),
        overwriting.undo())
        .flatMap(List::stream)
        .map(sql -> sql.replaceAll("sluice_\\w+", "x"))
        .collect(Collectors.joining(";\n"));
  }
}
