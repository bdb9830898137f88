/**
 * What keeps a shop running and is no order and no payment: labels, wallets, bills, stock, cash drawers, loans, tax returns,
 * commissions, month-end estimates. Each subject's requirement is a pure function of its own facts; they meet bank lines
 * on 1007, 2000, 2009 and 2018 under a reference. Amounts in another currency than the book's are refused with a
 * discrepancy, never guessed.
 */
@NullMarked
package io.daybook.posting.operations;

import org.jspecify.annotations.NullMarked;
