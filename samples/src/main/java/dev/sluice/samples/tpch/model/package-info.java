/** The tables of TPC-H, a record each. */
package dev.sluice.samples.tpch.model;
