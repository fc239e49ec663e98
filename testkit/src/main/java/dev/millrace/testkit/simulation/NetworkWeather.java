package dev.millrace.testkit.simulation;

/**
 * How the network between nodes behaves for the time being.
 *
 * @param delayMillisMax how long a message is on its way at most
 * @param lossRate the share of messages that are lost
 * @param repeatRate the share of messages that come twice
 */
record NetworkWeather(int delayMillisMax, double lossRate, double repeatRate) {}
