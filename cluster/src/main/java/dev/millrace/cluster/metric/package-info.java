/**
 * Metrics of jobs as texts: for Prometheus and as JSON, and the endpoint that shows them. Texts are pure functions of facts;
 * nothing here is loaded unless somebody wants to see metrics.
 */
package dev.millrace.cluster.metric;
