/** Programs as users write them, well and badly, run on the engine and held against plain loops. */
package dev.millrace.verification.program;
