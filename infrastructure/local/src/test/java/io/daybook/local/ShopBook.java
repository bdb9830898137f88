package io.daybook.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.acts.AuditTrail;
import io.daybook.export.BookExport;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Dimension;
import io.daybook.ledger.Message;
import io.daybook.simulation.shopify.ShopifyWebhooks;
import io.daybook.statements.StatementFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A book of one Shopify shop in a {@link TestHub}: told as Shopify tells it, read as an accountant reads it. */
final class ShopBook {
  private static final LocalDate END = LocalDate.of(2026, 12, 31);

  /** Account, …, currency, debit, credit, book currency, value. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^([^,]+),.*,[A-Z]{3},([^,]*),([^,]*),[A-Z]{3},[^,]*$");

  /** Account, …, dimension, type, currency, debit, credit, book currency, value. */
  private static final Pattern ROW_OF =
      Pattern.compile("(?m)^([^,]+),.*,([^,]+),[^,]+,[A-Z]{3},([^,]*),([^,]*),[A-Z]{3},[^,]*$");

  private final TestHub hub;
  private final Book book;

  ShopBook(TestHub hub, Book book) {
    this.hub = hub;
    this.book = book;
  }

  /** A message of Shopify's, of the resources beside this class. */
  static String told(String name) {
    try (InputStream in = ShopBook.class.getResourceAsStream("shopify/" + name + ".json")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Through the door, signed. */
  ShopBook webhook(String topic, String body) throws Exception {
    Map<String, String> headers = new HashMap<>();
    headers.put("X-Shopify-Topic", topic);
    headers.put(
        "X-Shopify-Hmac-Sha256",
        ShopifyWebhooks.sign(body.getBytes(UTF_8), TestHub.SHOPIFY_SECRET));
    assertThat(hub.post(path(), headers, body.getBytes(UTF_8)).statusCode()).isEqualTo(200);
    return this;
  }

  /** Over EventBridge, as the stage's rule hands it on. */
  ShopBook bridged(String topic, String body) {
    String event =
        "{\"hook\":\"%s\",\"type\":\"shopifyWebhook\",\"detail\":{\"payload\":%s,\"metadata\":{\"X-Shopify-Topic\":\"%s\"}}}"
            .formatted(path(), body, topic);
    byte[] _ = hub.hub().functions().named("bridge").orElseThrow().invoke(event.getBytes(UTF_8));
    return this;
  }

  /** As a sweep keeps what it found. */
  ShopBook pulled(String resource, String object) {
    hub.hub()
        .tell(
            book,
            new Message(
                new ConnectionName("shop"),
                hub.hub().deployment().clock().instant(),
                Message.Via.PULL,
                "pull/" + resource,
                Bytes.utf8("{\"objects\":[" + object + "]}")));
    return this;
  }

  /** The trial balance's lines, such as {@code 1010 115.09 Dr}, from its CSV. */
  List<String> lines() {
    hub.server().settle();
    return ROW.matcher(text(export().trialBalance(END, Optional.empty(), StatementFormat.CSV)))
        .results()
        .map(ShopBook::line)
        .toList();
  }

  private static String line(MatchResult row) {
    return row.group(1)
        + " "
        + (row.group(2).isEmpty() ? row.group(3) + " Cr" : row.group(2) + " Dr");
  }

  /** The same split by a dimension, such as {@code 2100 655441491 98.00 Cr}; without the lines that have none. */
  List<String> linesBy(Dimension dimension) {
    hub.server().settle();
    byte[] file =
        export().trialBalance(END, Optional.empty(), Optional.of(dimension), StatementFormat.CSV);
    return ROW_OF.matcher(text(file)).results().map(ShopBook::lineOf).toList();
  }

  private static String lineOf(MatchResult row) {
    return row.group(1)
        + " "
        + row.group(2)
        + " "
        + (row.group(3).isEmpty() ? row.group(4) + " Cr" : row.group(3) + " Dr");
  }

  /** The lines that have come, gone or changed since. */
  List<String> since(List<String> before) {
    return lines().stream().filter(line -> !before.contains(line)).toList();
  }

  /** A payout's statement as CSV, by line. */
  List<String> payout(String id) {
    hub.server().settle();
    assertThat(hub.hub().reconcile(book)).isPresent();
    hub.server().settle();
    return Arrays.asList(
        text(export().payout(export().payout(id).orElseThrow(), StatementFormat.CSV))
            .split("\r?\n"));
  }

  String exceptions() {
    hub.server().settle();
    return text(export().exceptionsCsv());
  }

  List<AuditTrail.Line> audit() {
    hub.server().settle();
    return new AuditTrail(hub.hub().deployment(), book).lines();
  }

  private BookExport export() {
    return new BookExport(hub.hub().deployment(), book);
  }

  private String path() {
    return "/hooks/shopify/" + book + ".shop";
  }

  private static String text(byte[] file) {
    return new String(file, UTF_8);
  }
}
