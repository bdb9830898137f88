/**
 * BAI2 files of American and Canadian banks: groups of accounts of a day, with continuation records.
 *
 * <p>What always holds: an entry's day is its group's as-of day; what a bank tells of the same day is not booked yet; the
 * control totals of account, group and file are proven before anything is taken.
 *
 * <p>What it refuses: a file whose totals do not hold or whose end is missing; test and deletion groups; an entry whose
 * type code tells neither a credit nor a debit.
 */
@NullMarked
package io.daybook.sources.bank.bai2;

import org.jspecify.annotations.NullMarked;
