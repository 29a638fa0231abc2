/** Models as stages: what a user meets first. */
package dev.sluice.ml;
