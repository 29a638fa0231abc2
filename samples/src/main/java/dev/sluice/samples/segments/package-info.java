/** Which kinds of users there are, found in generated ad events that have some. */
package dev.sluice.samples.segments;
