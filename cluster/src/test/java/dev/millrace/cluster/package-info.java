/** Tests of whole clusters. */
package dev.millrace.cluster;
