/** The rows of the online-retail sample. */
package dev.sluice.samples.retail.model;
