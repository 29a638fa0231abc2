/** How a row is written as a text, and judged when it is read, wherever the text is. */
package dev.sluice.io.format;
