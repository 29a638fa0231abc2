package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import java.util.List;

/** MariaDB, which has no alias for the row that is inserted. */
final class MariaDbDialect extends MySqlDialect {

  @Override
  String driver() {
    return "org.mariadb.jdbc:mariadb-java-client";
  }

  @Override
  String upsert(Upsert upsert, List<String> parameters) {
    return insert(upsert.table(), upsert.columns()) + onDuplicate(upsert, c -> "VALUES(" + c + ")");
  }

  @Override
  String merge(Upsert upsert, String from) {
    return insertAll(upsert.table(), upsert.columns(), from)
        + onDuplicate(upsert, c -> "VALUES(" + c + ")");
  }
}
