/**
 * What the law has people ask of whoever keeps what platforms sent (decisions 34 and 40): their messages are found, listed
 * or erased, and raw messages go when their time is up. A message is erased only after the ledger holds its facts; what was
 * erased is on the audit trail by number, never by content. Refuses nothing quietly: a request that names nobody stays
 * open.
 */
@NullMarked
package io.daybook.books.privacy;

import org.jspecify.annotations.NullMarked;
