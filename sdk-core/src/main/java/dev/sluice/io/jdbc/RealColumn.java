package dev.sluice.io.jdbc;

import java.io.Serializable;

/**
 * A column of a table as the database tells it.
 *
 * @param name in the database's own case
 * @param jdbcType a constant of {@code java.sql.Types}
 * @param typeName the database's name of the type
 * @param nullable whether it takes NULL
 * @param filled whether the database has a value for it if none is given
 */
record RealColumn(String name, int jdbcType, String typeName, boolean nullable, boolean filled)
    implements Serializable {}
