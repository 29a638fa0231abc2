/** Recommendations: what users will like, from what they and others have liked. */
package dev.sluice.ml.recommend;
