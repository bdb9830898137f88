package io.daybook.books.connect;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What connecting a platform account needs to know, without its secrets.
 *
 * @param book the book; made if it does not exist
 * @param name the connection's name in it
 * @param source the platform's language
 * @param origin the account
 * @param base where its API is, if it has one that is asked
 * @param hook the address of its webhooks as the platform is told, or of the hub as the platform can reach it; without it
 *     none is registered there, and a signature over the address is checked against the one that requests come to
 * @param cutOver the first day that posts; today if absent
 * @param zone a new book's time zone
 * @param currency a new book's currency
 * @param gateway what shops call this processor, if it is one: from now on its feed is the authority on that gateway's
 *     money
 */
public record ConnectRequest(
    Book book,
    ConnectionName name,
    String source,
    Origin origin,
    Optional<URI> base,
    Optional<URI> hook,
    Optional<LocalDate> cutOver,
    Optional<ZoneId> zone,
    Optional<CurrencyCode> currency,
    Optional<Gateway> gateway) {}
