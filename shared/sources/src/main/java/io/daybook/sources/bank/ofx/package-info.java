/**
 * OFX 1 (SGML, with and without closing tags), OFX 2 (XML) and QFX: bank and credit card statements.
 *
 * <p>What always holds: a line's day is the one that the bank wrote, in the bank's own zone; the id that a bank gives
 * (FITID) is kept as a reference and identifies nothing, for banks repeat and change it ({@code FAILURES.md} 44).
 *
 * <p>What it refuses: a file without a statement, with the bank's own reason where it gives one; a line without day or
 * amount; document types.
 */
@NullMarked
package io.daybook.sources.bank.ofx;

import org.jspecify.annotations.NullMarked;
