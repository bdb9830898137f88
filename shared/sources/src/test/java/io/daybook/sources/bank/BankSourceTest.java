package io.daybook.sources.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankLine;
import io.daybook.events.BankStatement;
import io.daybook.events.Origin;
import io.daybook.sources.Headers;
import io.daybook.sources.Translation;
import io.daybook.sources.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BankSourceTest {
  private static final Origin ACCOUNT = new Origin("bank", Camt.ACCOUNT);
  private final BankSource source = new BankSource();

  @Test
  void anImportedFileTellsItsStatementAndItsLines() {
    byte[] file = Camt.version("08").booked("3.00", "CRDT").bytes();

    assertThat(source.translate("bank/camt", file, ACCOUNT))
        .isInstanceOfSatisfying(
            Translation.Facts.class,
            told ->
                assertThat(told.facts())
                    .hasExactlyElementsOfTypes(BankStatement.class, BankLine.class)
                    .allMatch(fact -> fact.key().origin().equals(ACCOUNT)));
  }

  @Test
  void aBrokenFileIsMalformedWithItsLine() {
    byte[] file = Camt.version("02").booked("3.005", "CRDT").bytes();

    assertThat(source.translate("bank/camt", file, ACCOUNT))
        .isEqualTo(
            new Translation.Malformed(
                "line 13: Document/BkToCstmrStmt/Stmt/Ntry/Amt",
                "an amount of at most 2 decimals that fits 63 bits of minor units"));
  }

  @Test
  void aMessageKeepsHowItsFileWasRead() {
    byte[] csv = "Day,Sum,Text\n2026-10-05,-3.00,bus\n".getBytes(UTF_8);
    Map<String, String> mapping =
        Map.of("date", "Day", "amount", "Sum", "currency", "EUR", "text", "Text");

    assertThat(
            source.translate(
                "bank/file",
                BankMessage.write(Optional.empty(), Optional.of(mapping), csv),
                ACCOUNT))
        .isInstanceOfSatisfying(
            Translation.Facts.class,
            told ->
                assertThat(told.facts())
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.key().origin()).isEqualTo(ACCOUNT)));
  }

  @Test
  void anAccountThatGoesByAnotherNumberInTheFileIsTheSame() {
    Origin other = new Origin("bank", "0532013000");
    byte[] file = Camt.version("08").booked("3.00", "CRDT").bytes();

    assertThat(
            source.translate(
                "bank/file",
                BankMessage.write(Optional.of(Camt.ACCOUNT), Optional.empty(), file),
                other))
        .isInstanceOfSatisfying(
            Translation.Facts.class,
            told -> assertThat(told.facts()).allMatch(fact -> fact.key().origin().equals(other)));
  }

  @Test
  void aMessageWithoutItsFirstLineIsMalformed() {
    assertThat(source.translate("bank/file", "no JSON\n".getBytes(UTF_8), ACCOUNT))
        .isEqualTo(new Translation.Malformed("line 1", "JSON that says how the file is read"));
  }

  @Test
  void anotherTopicIsUnknown() {
    assertThat(source.translate("bank/mt940", new byte[0], ACCOUNT))
        .isEqualTo(new Translation.Unknown("topic bank/mt940"));
  }

  @Test
  void noWebhookOfABankIsGenuine() {
    assertThat(source.verify(new Headers(Map.of()), new byte[0], List.of(), Instant.EPOCH))
        .isInstanceOf(Verification.Refused.class);
  }
}
