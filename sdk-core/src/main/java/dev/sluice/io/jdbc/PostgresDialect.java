package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.Scalar;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL, and what speaks like it. */
final class PostgresDialect extends Dialect {

  @Override
  String driver() {
    return "org.postgresql:postgresql";
  }

  @Override
  String upsert(Upsert upsert, List<String> parameters) {
    return insert(upsert.table() + " AS t", upsert.columns()) + onConflict(upsert);
  }

  @Override
  String merge(Upsert upsert, String from) {
    return merge(upsert, from, "");
  }

  /**
   * PostgreSQL refuses to update a row twice in one statement, so of each key one row is taken. In
   * the order of the key the pages of an index are met once, not again and again: with keys in
   * disorder and an index larger than the server's memory that was twice as fast.
   *
   * @param order which of the rows of a key is taken, if nothing else decides
   */
  static String merge(Upsert upsert, String from, String order) {
    List<String> all = new ArrayList<>(upsert.key());
    upsert.newer().ifPresent(c -> all.add(c + " DESC NULLS LAST"));
    if (!order.isEmpty()) {
      all.add(order);
    }
    return "INSERT INTO %s AS t (%s) SELECT DISTINCT ON (%s) %2$s FROM %s ORDER BY %s%s"
        .formatted(
            upsert.table(),
            list(upsert.columns()),
            list(upsert.key()),
            from,
            list(all),
            onConflict(upsert));
  }

  /** Its rows go into the log of the database once, when they are moved, not twice. */
  @Override
  String createTable() {
    return "CREATE UNLOGGED TABLE";
  }

  @Override
  Optional<String> mayMakeTables() {
    return Optional.of("SELECT has_schema_privilege(?, 'CREATE')");
  }

  @Override
  Optional<BulkLoader> bulkLoader(Connection connection, String target) throws SQLException {
    return PostgresBulkLoader.of(connection, target);
  }

  private static String onConflict(Upsert upsert) {
    return " ON CONFLICT (%s) DO %s"
        .formatted(
            list(upsert.key()),
            upsert.others().isEmpty()
                ? "NOTHING"
                : "UPDATE SET %s%s"
                    .formatted(
                        each(upsert.others(), ", ", c -> "%s = EXCLUDED.%1$s".formatted(c)),
                        upsert.newer()
                            .map(c -> " WHERE t.%s IS NULL OR t.%1$s < EXCLUDED.%1$s".formatted(c))
                            .orElse("")));
  }

  @Override
  Optional<String> type(ColumnType type) {
    return type instanceof ListOf list && !(list.element() instanceof ListOf)
        ? type(list.element()).map(element -> element + "[]")
        : super.type(type);
  }

  @Override
  Set<String> oddTypes() {
    return Set.of("money", "bit", "time", "timetz");
  }

  /** In this form a backslash means the same whatever {@code standard_conforming_strings} is. */
  @Override
  String constant(String text) {
    return "E" + super.constant(text.replace("\\", "\\\\"));
  }

  @Override
  Optional<String> twin(String table, String of) {
    return Optional.of("CREATE TABLE %s (LIKE %s INCLUDING ALL)".formatted(table, of));
  }

  @Override
  List<String> exchange(List<String> table, String twin, String old) {
    List<String> schema = table.subList(0, table.size() - 1);
    String name = table.get(table.size() - 1);
    return List.of(
        "ALTER TABLE %s RENAME TO %s".formatted(quoted(table), quoted(old)),
        "ALTER TABLE %s RENAME TO %s".formatted(quoted(in(schema, twin)), quoted(name)),
        "DROP TABLE " + quoted(in(schema, old)));
  }

  @Override
  String lost() {
    return """
        WITH t AS (
          SELECT c.* FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = ? AND c.relname = ?)
        SELECT 'grants' FROM t WHERE relacl IS NOT NULL
        UNION ALL SELECT 'row level security' FROM t WHERE relrowsecurity
        UNION ALL SELECT 'triggers' FROM t
          WHERE EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = t.oid AND NOT g.tgisinternal)
        UNION ALL SELECT 'foreign keys' FROM t
          WHERE EXISTS (
            SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND t.oid IN (k.conrelid, k.confrelid))
        UNION ALL SELECT 'views of it' FROM t
          WHERE EXISTS (
            SELECT 1 FROM pg_depend d WHERE d.refobjid = t.oid AND d.classid = 'pg_rewrite'::regclass)
        UNION ALL SELECT 'partitions' FROM t
          WHERE relkind <> 'r'
            OR EXISTS (SELECT 1 FROM pg_inherits i WHERE t.oid IN (i.inhrelid, i.inhparent))
        UNION ALL SELECT 'a counted column' FROM t
          WHERE EXISTS (
            SELECT 1 FROM pg_attribute a
            WHERE a.attrelid = t.oid AND a.attidentity <> ''
              OR a.attrelid = t.oid AND EXISTS (
                SELECT 1 FROM pg_depend d
                WHERE d.refobjid = t.oid AND d.refobjsubid = a.attnum AND d.deptype = 'a'
                  AND d.classid = 'pg_class'::regclass
                  AND EXISTS (SELECT 1 FROM pg_class q WHERE q.oid = d.objid AND q.relkind = 'S')))
        """;
  }

  @Override
  String estimate() {
    return "SELECT CASE WHEN c.reltuples >= 0 THEN c.reltuples ELSE pg_relation_size(c.oid) / 100 END"
        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        + " WHERE n.nspname = ? AND c.relname = ?";
  }

  @Override
  Optional<String> scalar(Scalar type) {
    return Optional.ofNullable(
        switch (type) {
          case BOOLEAN -> "BOOLEAN";
          case BYTE, SHORT -> "SMALLINT";
          case INT -> "INTEGER";
          case LONG -> "BIGINT";
          case FLOAT -> "REAL";
          case DOUBLE -> "DOUBLE PRECISION";
          case STRING -> "TEXT";
          case DATE -> "DATE";
          case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
          case TIMESTAMP_NTZ -> "TIMESTAMP";
          case DURATION -> null;
          case BINARY -> "BYTEA";
        });
  }
}
