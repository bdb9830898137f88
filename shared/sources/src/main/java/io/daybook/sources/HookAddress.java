package io.daybook.sources;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A webhook's address: {@code /hooks/{source}/{book}.{connection}}.
 *
 * @param source such as {@code shopify}
 * @param book whose connection it is
 * @param connection the connection
 */
public record HookAddress(String source, Book book, ConnectionName connection) {
  private static final Pattern PATH =
      Pattern.compile(
          "/hooks/([a-z0-9-]{1,40})/([a-z0-9][a-z0-9-]{0,39})\\.([a-z0-9][a-z0-9-]{0,39})");

  /** The address of a path, if it is one. */
  public static Optional<HookAddress> parse(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(
            new HookAddress(
                matcher.group(1), new Book(matcher.group(2)), new ConnectionName(matcher.group(3))))
        : Optional.empty();
  }

  /** The path of this address. */
  public String path() {
    return "/hooks/" + this;
  }

  @Override
  public String toString() {
    return source + "/" + book + "." + connection;
  }
}
