/** What it costs to write rows into a database and to read them, against Spark and JDBC by hand. */
package dev.sluice.samples.stores;
