/**
 * The functions that keep the books: post, pull, reconcile, export. Each is a Lambda handler and does nothing but carry:
 * from the inbox to {@code sources} to {@code posting}, from the platforms to the inbox, from the ledger to {@code
 * reconciliation} and {@code statements}.
 *
 * <p>What always holds: whatever a function does it may do again; a message that fails by its content is recorded and
 * passed over, and only broken storage fails a batch; a function short of time hands back what it did not do.
 */
@NullMarked
package io.daybook.books;

import org.jspecify.annotations.NullMarked;
