/**
 * Tables of table formats, Delta and Iceberg: reading them as they are or were, and adding,
 * replacing and upserting rows, all at once or not at all.
 */
package dev.sluice.io.lake;
