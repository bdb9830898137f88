package io.daybook.portal;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** The addresses of a book's pages and files: what {@link Route} reads. */
final class Paths {
  private final String root;

  Paths(Book book) {
    this.root = "/books/" + book;
  }

  String overview() {
    return root;
  }

  String allPayouts() {
    return root + "?payouts=all";
  }

  String exceptions() {
    return root + "/exceptions";
  }

  String exceptionsFile() {
    return root + "/exceptions.csv";
  }

  String statements() {
    return root + "/statements";
  }

  String replay() {
    return root + "/replay";
  }

  String connections() {
    return root + "/connections";
  }

  String connectionsLive() {
    return root + "/connections-live";
  }

  /** Where a platform is chosen. */
  String connect() {
    return root + "/connect";
  }

  /** The form of a platform. */
  String connect(String platform) {
    return connect() + "/" + platform;
  }

  /** Where a person is sent to Shopify. */
  String install() {
    return connect("shopify") + "/install";
  }

  String connection(ConnectionName name) {
    return connections() + "/" + name;
  }

  /** Where something is asked for of a connection. */
  String connection(ConnectionName name, String act) {
    return connections() + "/" + name + "/" + act;
  }

  String files() {
    return root + "/files";
  }

  /** Where a file goes to be looked at, or is imported. */
  String file(Route.FileKind kind, Route.FileStep step) {
    String look = files() + "/" + kind.word();
    return switch (step) {
      case LOOK -> look;
      case IMPORT -> look + "/" + step.word();
    };
  }

  String payout(String id) {
    return root + "/payouts/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  String payoutFile(String id, String extension) {
    return payout(id) + "/statement." + extension;
  }

  /** A file as of a day, from a day on if one is given. */
  String file(String name, LocalDate asOf, Optional<LocalDate> from) {
    return root + "/" + name + "?as-of=" + asOf + from.map(day -> "&from=" + day).orElse("");
  }
}
