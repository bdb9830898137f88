/**
 * Takes bills of carriers, suppliers and forwarders into a book: finds what was accrued or collected for their items, and
 * tells them as facts.
 *
 * <p>What always holds: the same bill again tells nothing; a corrected one is a new version of it. A bill of more items
 * than an entry may have legs is told in parts.
 *
 * <p>What it refuses: a file that cannot be read wholly, a name for the biller that no account can have.
 */
@NullMarked
package io.daybook.books.bill;

import org.jspecify.annotations.NullMarked;
