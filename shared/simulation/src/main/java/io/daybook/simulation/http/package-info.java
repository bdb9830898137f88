/**
 * What the stand-ins of the platforms have in common: a small HTTP server on loopback, and the faults of a real one.
 *
 * <p>What always holds: nothing but loopback is listened on; the same seed makes the same faults at the same requests;
 * never more than two faults stand in a row, so that bounded retries come through.
 *
 * <p>It refuses nothing by itself: what a request may do is the stand-in's business.
 */
@NullMarked
package io.daybook.simulation.http;

import org.jspecify.annotations.NullMarked;
