/** What several shops want to know of their customers, whatever their orders look like. */
package dev.sluice.samples.customers;
