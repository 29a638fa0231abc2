/** How a row is written as a text or bytes, and judged when it is read, wherever these are. */
package dev.sluice.io.format;
