package io.daybook.portal;

/** Why a page is not shown, in words. */
enum Refusal {
  /** The request is not one that our pages make. */
  BAD_REQUEST(
      400, "That cannot be read", "The address or the form has a part that this page cannot read."),
  /** A day that is none. */
  BAD_DAY(400, "That is not a day", "A day is written as year, month and day, such as 2026-10-31."),
  /** A form for a file, without one. */
  NO_FILE(400, "No file was chosen", "Go back and choose the file."),
  /** No session, or one that has ended. */
  SIGNED_OUT(
      401,
      "Please sign in",
      "You are not signed in here, or your session has ended. Open a sign-in link that somebody who"
          + " runs the hub has made for you: './daybook sign-in' makes one."),
  /** A link that signs nobody in. */
  LINK_SPENT(
      403,
      "This link signs nobody in",
      "A sign-in link works once and for a day. Ask for another: './daybook sign-in' makes one."),
  /** Signed in, and not for this. */
  NOT_YOURS(
      403,
      "Not for your role",
      "You are signed in, but what you may see does not include this page."),
  /** Back from Shopify with what this browser did not begin, or began too long ago, or has used. */
  NOT_BEGUN_HERE(
      403,
      "Not connected",
      "This browser did not begin that, or it was used before, or it is more than ten minutes old. Nothing was stored. Begin"
          + " again: Connections, Connect a platform, Shopify."),
  /** Somebody else's form, or one from before the session. */
  NOT_OUR_FORM(
      403,
      "That did not come from this page",
      "For your safety nothing was done. Open the page again and press the button there."),
  /** Asked under a name that is not this machine's. */
  WRONG_HOST(
      403,
      "Not under this name",
      "This hub serves its own machine only. Open it as 127.0.0.1 or localhost."),
  /** Nothing there, or nothing that this person may know of. */
  NOT_FOUND(404, "There is nothing here", "No page, book or payout has this address."),
  /** Another method. */
  NOT_ALLOWED(405, "Not in this way", "This address is not asked like that."),
  /** More than any form of ours. */
  TOO_LARGE(
      413,
      "That is too much",
      "What was sent is larger than these pages take: 4 MB for a file. A larger one goes into the drop bucket,"
          + " or through './daybook import'."),
  /** More than Lambda hands out. */
  FILE_TOO_LARGE(
      422,
      "This file is too large for a page",
      "A page can hand out 6 MB at a time. Choose a shorter range of days, or have it written by"
          + " './daybook export' or from the statements' bucket."),
  /** A fault of ours. */
  FAULT(
      500,
      "That is our fault",
      "Something went wrong here and is in the log. Nothing was changed; try again."),
  /** Storage does not answer. */
  UNAVAILABLE(
      503, "Not just now", "The hub's storage does not answer at the moment. Try again shortly.");

  private final int status;
  private final String title;
  private final String words;

  Refusal(int status, String title, String words) {
    this.status = status;
    this.title = title;
    this.words = words;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String words() {
    return words;
  }
}
