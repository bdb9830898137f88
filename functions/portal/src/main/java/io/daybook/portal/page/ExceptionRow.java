package io.daybook.portal.page;

import java.util.Optional;

/**
 * A line of the exceptions list.
 *
 * @param title what it is
 * @param subject what it is about, as the books call it
 * @param href the page that shows more of it, if there is one
 * @param amount at stake, if it has one
 * @param since the accounting day from which on it stands open, if that is known
 * @param age the same in days
 * @param reason what was expected and what was found
 * @param advice what to do about it
 */
public record ExceptionRow(
    String title,
    String subject,
    Optional<String> href,
    Optional<String> amount,
    Optional<String> since,
    Optional<String> age,
    String reason,
    String advice) {}
