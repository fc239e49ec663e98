/**
 * The events of an auction house, after the Nexmark benchmark (Tucker, Tufte, Papadimos, Maier): of every 50 one is a person,
 * three are auctions and 46 are bids. Each follows from its number. Beside the mutable classes there are records of the
 * same events with text for ids.
 */
package dev.millrace.benchmarks.workload.nexmark;
