/**
 * What nodes say to each other and how it travels: control messages, their bytes, and the courier that makes a post
 * which loses, repeats and reorders deliver each message once and in order. Everything here belongs to the thread of the
 * node that uses it.
 */
package dev.millrace.cluster.protocol;
