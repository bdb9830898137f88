package io.daybook.notices;

import io.daybook.ledger.Book;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the portal shows what a notice is about. */
final class Paths {
  private Paths() {}

  static String payout(Book book, String id) {
    return "/books/" + book + "/payouts/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  static String exceptions(Book book) {
    return "/books/" + book + "/exceptions";
  }

  static String operations() {
    return "/operations";
  }

  static String periods(Book book) {
    return "/books/" + book + "/statements";
  }
}
