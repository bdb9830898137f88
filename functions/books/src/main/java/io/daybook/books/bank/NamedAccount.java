package io.daybook.books.bank;

import java.util.Optional;

/**
 * An account as a person names it: {@code main}, or {@code main=DE89370400440532013000} to say which of a file's accounts
 * is meant, or that a known account goes by another number in this file.
 *
 * @param name the person's name; it becomes account 1000:{@code name}
 * @param number as the file writes it
 */
public record NamedAccount(String name, Optional<String> number) {
  /** The inverse of what people write. */
  public static NamedAccount parse(String text) {
    int sign = text.indexOf('=');
    return sign < 0
        ? new NamedAccount(text.strip(), Optional.empty())
        : new NamedAccount(
            text.substring(0, sign).strip(), Optional.of(text.substring(sign + 1).strip()));
  }
}
