/**
 * Magento as it behaves: a shop's orders with what becomes of them, its REST API on loopback, Adobe's signed events.
 *
 * <p>What always holds: the same seed makes the same shop; what the books of it come to is added up beside the objects, and
 * knows nothing of facts or postings; a page past the end is the last one again, as Magento answers it.
 *
 * <p>It refuses a call without the right bearer's token or a right OAuth signature.
 */
@NullMarked
package io.daybook.simulation.magento;

import org.jspecify.annotations.NullMarked;
