package io.daybook.portal.session;

/** What a page lets one do with a book, or with the hub. */
public enum Permission {
  /** See payouts and exceptions, and take their files along. */
  READ_BOOK,
  /** Take the whole book along: trial balance and journals. */
  EXPORT_BOOK,
  /** Upload bank files and bills. */
  IMPORT_FILES,
  /** Connect platforms, and end connections. */
  CONNECT,
  /** See how the hub does, and have messages posted again. */
  OPERATE
}
