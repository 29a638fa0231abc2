/**
 * What an application uses by name: the pipeline and its stages, the annotations for records, the
 * report of a run and the listeners to it.
 */
package dev.sluice;
