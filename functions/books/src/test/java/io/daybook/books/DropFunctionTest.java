package io.daybook.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.bank.DropFunction;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.objects.FolderObjects;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DropFunctionTest {
  private static final Book BOOK = new Book("demo");
  private static final String FILE = "drop/demo/checking/october.ofx";
  private static final String OFX =
      """
      OFXHEADER:100

      <OFX><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>021000021<ACCTID>000123456789</BANKACCTFROM><BANKTRANLIST><DTSTART>20261005<DTEND>20261006
      <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261005<TRNAMT>125.00<FITID>A1<NAME>Stripe</STMTTRN></BANKTRANLIST>
      <LEDGERBAL><BALAMT>1125.00<DTASOF>20261006</LEDGERBAL></STMTRS></OFX>
      """;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-10-07T12:00:00Z"));
  private TestDeployment test;
  private FolderObjects drops;

  @BeforeEach
  void make() {
    test = new TestDeployment(folder.resolve("hub"), new MemoryStores(clock), clock);
    drops = new FolderObjects(folder.resolve("drops"));
    new Connections(test.deployment.stores().state(BOOK), test.deployment.secrets())
        .save(
            new Connection(
                new ConnectionName("stripe"),
                "stripe",
                new Origin("stripe", "acct_1"),
                Optional.empty(),
                clock.instant(),
                List.of(),
                Optional.empty()));
    var _ =
        new RulesVersions(test.deployment.stores().state(BOOK))
            .amend(
                new Rules(
                    1,
                    new CurrencyCode("USD"),
                    ZoneId.of("America/New_York"),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Policy.standard()),
                rules ->
                    rules.with(
                        Map.of(new Origin("stripe", "acct_1"), LocalDate.of(2026, 10, 1)),
                        rules.clearing(),
                        rules.feeds()));
  }

  private void put(String key, String text) throws IOException {
    drops.put(key, text.getBytes(UTF_8));
    tell(key, text.length());
  }

  private void tell(String key, long size) throws IOException {
    String event =
        "{\"source\":\"aws.s3\",\"detail\":{\"object\":{\"key\":\"%s\",\"size\":%d}}}"
            .formatted(key, size);
    new DropFunction(test.deployment, drops)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(UTF_8)),
            new ByteArrayOutputStream(),
            TestContext.aMinute());
  }

  private String words(String key) {
    return new String(drops.get(key).orElseThrow(), UTF_8);
  }

  private int kept() {
    var inbox = test.deployment.stores().inbox(BOOK);
    return inbox.connections().stream()
        .mapToInt(name -> inbox.days(name).stream().mapToInt(day -> inbox.count(name, day)).sum())
        .sum();
  }

  @Test
  void aFileIsImportedAndASentenceStandsBesideIt() throws IOException {
    put(FILE, OFX);

    assertThat(words(FILE + ".imported.txt")).contains("Imported 1 line");
    assertThat(drops.get(FILE)).isPresent();
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void whatIsToldTwiceOrIsTheSentenceItselfImportsNothingMore() throws IOException {
    put(FILE, OFX);
    tell(FILE, OFX.length());
    tell(FILE + ".imported.txt", 10);

    assertThat(kept()).isEqualTo(1);
    assertThat(drops.list("drop/")).containsExactly(FILE, FILE + ".imported.txt");
  }

  @Test
  void aFileThatNobodyCanReadIsRefusedBesideIt() throws IOException {
    put("drop/demo/checking/holiday.jpg", "\u00ff\u00d8 no statement");

    assertThat(words("drop/demo/checking/holiday.jpg.refused.txt")).contains("holiday.jpg");
    assertThat(kept()).isZero();
  }

  @Test
  void aFileOfNoBookOrInTheWrongPlaceOrTooLargeIsRefusedBesideIt() throws IOException {
    put("drop/other/checking/a.ofx", OFX);
    put("drop/a.ofx", OFX);
    tell("drop/demo/checking/huge.ofx", 60L * 1024 * 1024);

    assertThat(words("drop/other/checking/a.ofx.refused.txt")).contains("no book 'other'");
    assertThat(words("drop/a.ofx.refused.txt")).contains("drop/BOOK/ACCOUNT/");
    assertThat(words("drop/demo/checking/huge.ofx.refused.txt")).contains("50 MB");
    assertThat(test.deployment.stores().books()).containsExactly(BOOK);
  }

  @Test
  void anEventWithoutAnObjectIsThrownAndAFileThatIsGoneIsNot() throws IOException {
    tell("drop/demo/checking/gone.ofx", 10);
    assertThat(drops.list("drop/")).isEmpty();
    assertThatThrownBy(() -> tell("", 0)).isInstanceOf(IOException.class);
  }
}
