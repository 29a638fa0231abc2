/** Tables of the session's catalogs as sources and sinks. */
package dev.sluice.io.table;
