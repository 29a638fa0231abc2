/** Files as sources and sinks, and how they are replaced whole. */
package dev.sluice.io.file;
