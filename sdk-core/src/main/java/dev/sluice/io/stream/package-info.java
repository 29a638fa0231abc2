/** Streams of formats that Spark loads by name, and the one that it makes up for load tests. */
package dev.sluice.io.stream;
