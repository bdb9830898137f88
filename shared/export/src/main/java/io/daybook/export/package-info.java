/**
 * The statements and journals of a book as the bytes of files, made on request from its ledger and state.
 *
 * <p>What always holds: nothing here writes; the same books give the same bytes, whoever asks: the command, the scheduled
 * export and the portal alike. It refuses a book that nothing was ever connected to.
 */
@NullMarked
package io.daybook.export;

import org.jspecify.annotations.NullMarked;
