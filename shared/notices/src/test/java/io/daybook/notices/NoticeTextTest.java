package io.daybook.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.memory.MemoryStores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an ops person reads at three in the morning: the whole letter, word for word. */
final class NoticeTextTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final ConnectionName SHOP = new ConnectionName("shop");

  private final TestClock clock = new TestClock("2026-11-20T15:02:00Z");

  private String letter(List<Notice> found) {
    Postbox postbox = new Postbox();
    var state = new MemoryStores(clock).state(Samples.BOOK);
    for (NoticeKind kind : NoticeKind.values()) {
      Preferences _ =
          new PreferencesBook(state)
              .amend(
                  kind,
                  before ->
                      new Preferences(
                          true,
                          List.of(),
                          before.least(),
                          Duration.ZERO,
                          before.again(),
                          Pace.AT_ONCE,
                          before.quiet(),
                          true));
    }
    Telling _ =
        new Teller(state, postbox.channels(), clock, ZONE, "https://books.example", new Random(1))
            .tell(found, () -> true);
    Letter letter = postbox.letters.getFirst();
    return "Subject: " + letter.subject() + "\n\n" + letter.text();
  }

  /** Prints the letter if it differs, so that a review shows what a reader would see. */
  private static void assertReads(String letter, String golden) throws IOException {
    try (InputStream file =
        NoticeTextTest.class.getResourceAsStream("/golden/" + golden + ".txt")) {
      String expected = file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(letter).as("golden/%s.txt", golden).isEqualTo(expected);
    }
  }

  private static List<Unposted> messages(NoticeKind kind, int count) {
    List<Unposted> messages = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      messages.add(
          new Unposted(
              kind,
              SHOP,
              "shop/2026-11-20/" + Integer.toHexString(index).repeat(64).substring(0, 64),
              kind == NoticeKind.MESSAGE_FAILED ? "orders/create" : "orders/risk_changed",
              kind == NoticeKind.MESSAGE_FAILED
                  ? "line_items[0].price: expected a decimal amount"
                  : "shopify topic orders/risk_changed"));
    }
    return messages;
  }

  private static NavigableSet<Quarter> byDay() {
    NavigableSet<Quarter> heard = new TreeSet<>();
    Instant at = Instant.parse("2026-11-01T05:00:00Z");
    while (at.isBefore(Instant.parse("2026-11-20T13:30:00Z"))) {
      heard.add(Quarter.of(at));
      at = at.plus(Quarter.LENGTH);
    }
    return heard;
  }

  @Test
  void aPayoutThatDoesNotTie() throws IOException {
    assertReads(letter(List.of(Samples.payout("po_1", -1727))), "payout-does-not-tie");
  }

  @Test
  void aConnectionThatIsSilent() throws IOException {
    TreeMap<ConnectionName, NavigableSet<Quarter>> heard = new TreeMap<>();
    heard.put(SHOP, byDay());
    assertReads(
        letter(SilenceNotices.of(Samples.BOOK, heard, clock.instant(), ZONE)), "connection-silent");
  }

  @Test
  void messagesThatWereMissed() throws IOException {
    Missed.Day day =
        new Missed.Day(
            SHOP,
            LocalDate.of(2026, 11, 20),
            7,
            List.of("order/shopify:s/1@2", "refund/shopify:s/9"));
    assertReads(
        letter(MissedNotices.of(Samples.BOOK, List.of(day), LocalDate.of(2026, 11, 20))),
        "missed-messages");
  }

  @Test
  void aMonthThatIsNotClosed() throws IOException {
    assertReads(
        letter(
            CloseNotices.of(
                Samples.BOOK,
                new TreeSet<>(
                    Set.of(
                        LocalDate.of(2026, 9, 30),
                        LocalDate.of(2026, 10, 31),
                        LocalDate.of(2026, 11, 2))),
                Set.of(YearMonth.of(2026, 9)),
                clock.instant(),
                ZONE)),
        "close-due");
  }

  @Test
  void messagesThatFailed() throws IOException {
    assertReads(
        letter(MessageNotices.of(Samples.BOOK, messages(NoticeKind.MESSAGE_FAILED, 5))),
        "message-failed");
  }

  @Test
  void aMessageThatIsParked() throws IOException {
    assertReads(
        letter(MessageNotices.of(Samples.BOOK, messages(NoticeKind.MESSAGE_PARKED, 1))),
        "message-parked");
  }

  @Test
  void severalAtOnce() throws IOException {
    assertReads(
        letter(List.of(Samples.payout("po_1", -1727), Samples.payout("po_2", 250))), "several");
  }

  @Test
  void aMonthInWhichNothingWasPostedIsNeverDue() {
    assertThat(
            CloseNotices.of(
                Samples.BOOK,
                new TreeSet<>(Set.of(LocalDate.of(2026, 11, 2))),
                Set.of(),
                clock.instant(),
                ZONE))
        .isEmpty();
  }

  @Test
  void aThousandMessagesOfATopicAreOneNoticeToldAtEachDoubling() {
    List<String> measures = new ArrayList<>();
    for (int count = 1; count <= 1_000; count++) {
      measures.add(
          MessageNotices.of(Samples.BOOK, messages(NoticeKind.MESSAGE_FAILED, count))
              .getFirst()
              .measure());
    }
    assertThat(measures.stream().distinct())
        .containsExactly("1", "2", "3", "4", "8", "16", "32", "64", "128", "256", "512");
  }

  @Test
  void noLineBreakGetsIntoAHeadlineAndNoTopicThatIsNoWordIsRepeated() {
    Unposted forged =
        new Unposted(
            NoticeKind.MESSAGE_FAILED,
            SHOP,
            "shop/2026-11-20/aa",
            "x\r\nBcc: everybody@example.com",
            "a reason\r\nwith\u2028breaks\u202eand turns");
    Notice notice = MessageNotices.of(Samples.BOOK, List.of(forged)).getFirst();

    assertThat(notice.headline())
        .isEqualTo("1 message of (a topic that is no word) from shop could not be posted");
    assertThat(notice.details()).allMatch(line -> line.matches("[^\\p{Cntrl}\u2028\u202e]*"));
    assertThat(letter(List.of(notice))).doesNotContain("Bcc").doesNotContain("\r");
  }
}
