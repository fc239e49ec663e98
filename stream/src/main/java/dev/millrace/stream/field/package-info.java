/**
 * Fields of records by position or name: key selectors and aggregations that name what they look at. Classes are looked at
 * when the first record comes, so that no type need be declared.
 */
package dev.millrace.stream.field;
