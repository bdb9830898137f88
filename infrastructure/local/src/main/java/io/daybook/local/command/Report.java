package io.daybook.local.command;

/**
 * What a verb did.
 *
 * @param words for people
 * @param json for scripts: a record or map that Jackson writes
 */
record Report(String words, Object json) {}
