/**
 * Bills of carriers, suppliers and forwarders as files: UBL 2.1 invoices and credit notes (Peppol BIS 3 and what else keeps
 * to UBL's elements), and CSV under a mapping.
 *
 * <p>What always holds: a file is taken whole or not at all; a UBL bill's items make its own total; a credit note's amounts
 * are negative. Who bills is what the person calls it: names and addresses in the file are not kept.
 *
 * <p>What it refuses: bills that do not add up, other kinds of electronic invoice, document types and entities.
 */
@NullMarked
package io.daybook.sources.bill;

import org.jspecify.annotations.NullMarked;
