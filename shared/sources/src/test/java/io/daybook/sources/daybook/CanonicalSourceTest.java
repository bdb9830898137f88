package io.daybook.sources.daybook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankLineId;
import io.daybook.events.BankMatch;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Opening;
import io.daybook.events.Origin;
import io.daybook.events.PayoutId;
import io.daybook.events.Reference;
import io.daybook.sources.Headers;
import io.daybook.sources.Translation;
import io.daybook.sources.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalSourceTest {
  private static final Origin BOOK = new Origin("daybook", "demo");
  private static final List<Fact> FACTS =
      List.of(
          new Opening(
              BOOK,
              new Reference("cut-over"),
              LocalDate.of(2026, 10, 1),
              "jane",
              List.of(
                  new Opening.Balance(
                      "1010:stripe", new CurrencyCode("EUR"), 50000, Optional.empty()))),
          new BankMatch(
              new Origin("bank", "DE89370400440532013000"),
              new BankLineId("2026-10-05:REF-1"),
              new Origin("stripe", "acct_1Q"),
              new PayoutId("po_1Q"),
              "confirmed: amount and day",
              "jane",
              Instant.parse("2026-10-06T08:00:00Z")));

  private static Translation translate(String topic, byte[] body) {
    return new CanonicalSource().translate(topic, body, BOOK);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(translate("facts", CanonicalSource.write(FACTS)))
        .isEqualTo(new Translation.Facts(FACTS));
  }

  @Test
  void aFactThatIsNoneIsNamedByItsPlace() {
    byte[] body =
        new String(CanonicalSource.write(FACTS), UTF_8)
            .replace("\"fact\":\"bank-match\"", "\"fact\":\"guess\"")
            .getBytes(UTF_8);

    assertThat(translate("facts", body))
        .isInstanceOfSatisfying(
            Translation.Malformed.class,
            malformed -> {
              assertThat(malformed.where()).isEqualTo("facts[1]");
              assertThat(malformed.expected()).contains("'guess'").contains("bank-match");
            });
  }

  @Test
  void aFactWithAnUnknownFieldIsMalformed() {
    byte[] body =
        new String(CanonicalSource.write(FACTS), UTF_8)
            .replace("\"day\":", "\"date\":1,\"day\":")
            .getBytes(UTF_8);

    assertThat(translate("facts", body))
        .isInstanceOfSatisfying(
            Translation.Malformed.class,
            malformed -> assertThat(malformed.expected()).contains("date"));
  }

  @Test
  void aMessageWithoutFactsIsMalformed() {
    assertThat(translate("facts", "{}".getBytes(UTF_8)))
        .isEqualTo(new Translation.Malformed("facts", "a value"));
    assertThat(translate("facts", "[".getBytes(UTF_8))).isInstanceOf(Translation.Malformed.class);
  }

  @Test
  void anotherTopicIsUnknown() {
    assertThat(translate("acts", CanonicalSource.write(FACTS)))
        .isEqualTo(new Translation.Unknown("daybook topic acts"));
  }

  @Test
  void noWebhookIsGenuine() {
    assertThat(
            new CanonicalSource()
                .verify(new Headers(Map.of()), new byte[0], List.of(), Instant.EPOCH))
        .isInstanceOf(Verification.Refused.class);
  }
}
