package dev.sluice.spark.files;

/**
 * A part of a file that one task reads: the lines that begin in it.
 *
 * @param file the file, as a URI
 * @param start its first byte, from 0
 * @param length how many bytes it has
 * @param separator what ends a line, if not the usual line ends; else null
 */
record FilePart(String file, long start, long length, String separator) {}
