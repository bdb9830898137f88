package io.daybook.cloud.deployment;

/**
 * What a verb did.
 *
 * @param words for people
 * @param json for scripts: a record or map that Jackson writes
 * @param code the command's exit code: 0 only if all that was asked for was done
 */
public record Report(String words, Object json, int code) {}
