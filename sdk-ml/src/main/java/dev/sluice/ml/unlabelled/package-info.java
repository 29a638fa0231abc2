/** What is found in rows without labels: segments, and what is unusual. */
package dev.sluice.ml.unlabelled;
