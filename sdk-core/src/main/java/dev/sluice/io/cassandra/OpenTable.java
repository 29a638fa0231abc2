package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;

/**
 * A table that can be asked.
 *
 * @param session a session with its cluster
 * @param real what the server has
 */
record OpenTable(CqlSession session, RealTable real) {}
