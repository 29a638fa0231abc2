/** What a record says of its rows: the types and names of its columns. */
package dev.sluice.record;
