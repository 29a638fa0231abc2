/** What Spark's MLlib has made, as stages. */
package dev.sluice.ml.mllib;
