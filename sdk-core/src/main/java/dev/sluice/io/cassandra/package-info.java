/** Tables of Apache Cassandra: read by token ranges, written by key, and asked for single rows. */
package dev.sluice.io.cassandra;
