/**
 * What the platforms send of a month, as an honest network delivers it: twice now and then, out of order, and a little
 * of it never.
 *
 * <p>What always holds: the same month gives the same deliveries in the same order; a second delivery has the same ids
 * and bytes as the first; what is never delivered can be found by asking the platform's API.
 *
 * <p>It refuses to sign in advance: signatures carry a time, so they are made when a delivery is sent.
 */
@NullMarked
package io.daybook.simulation.deliveries;

import org.jspecify.annotations.NullMarked;
