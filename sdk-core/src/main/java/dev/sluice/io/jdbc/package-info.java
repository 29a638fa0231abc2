/** Tables of databases that speak JDBC: reading them, and adding, replacing and upserting rows. */
package dev.sluice.io.jdbc;
