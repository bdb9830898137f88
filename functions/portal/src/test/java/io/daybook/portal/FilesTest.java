package io.daybook.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankLine;
import io.daybook.events.Bill;
import io.daybook.ledger.StateStore;
import io.daybook.portal.Asking.Answer;
import io.daybook.portal.session.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank's file or a bill: uploaded, looked at, imported. */
final class FilesTest {
  private static final String FILES = "/books/blue-cup/files";
  static final String OFX =
      """
      OFXHEADER:100

      <OFX><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>021000021<ACCTID>000123456789</BANKACCTFROM><BANKTRANLIST><DTSTART>20261005<DTEND>20261006
      <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261005<TRNAMT>125.00<FITID>A1<NAME>Stripe</STMTTRN>
      <STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261006<TRNAMT>-7.50<FITID>A2<NAME>Fee</STMTTRN></BANKTRANLIST>
      <LEDGERBAL><BALAMT>1117.50<DTASOF>20261006</LEDGERBAL></STMTRS></OFX>
      """;
  private static final String BILL =
      """
      number,date,amount,what
      B-1,2026-10-05,12.50,postage
      """;
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([a-zA-Z]+)\" value=\"([^\"]*)\">");

  @TempDir Path folder;
  private Optional<TestPortal> made = Optional.empty();

  @BeforeEach
  void fill() {
    made = Optional.of(TestPortal.filled(folder));
  }

  private TestPortal portal() {
    return made.orElseThrow();
  }

  private Visitor merchant() {
    return Visitor.of(portal(), Role.MERCHANT, TestPortal.BLUE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Answer look(String text) {
    return merchant()
        .upload(FILES + "/bank", Map.of("account", "checking"), "october.ofx", bytes(text));
  }

  /** What the page's form would send. */
  private static Map<String, String> carried(Answer looked) {
    Map<String, String> fields = new HashMap<>();
    String page = looked.text();
    Matcher hidden = HIDDEN.matcher(page.substring(page.indexOf("<main")));
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2));
    }
    return fields;
  }

  private List<BankLine> lines() {
    return portal().stores().ledger(TestPortal.BLUE).days().stream()
        .flatMap(
            day -> portal().stores().ledger(TestPortal.BLUE).day(day, Optional.empty()).stream())
        .flatMap(step -> step.facts().stream())
        .filter(BankLine.class::isInstance)
        .map(BankLine.class::cast)
        .filter(line -> line.origin().account().contains("123456789"))
        .toList();
  }

  @Test
  void whatAFileHoldsIsShownAndNothingIsImportedBeforeThePersonSaysSo() {
    Answer looked = look(OFX);
    assertThat(looked.status()).isEqualTo(200);
    assertThat(looked.text())
        .contains("october.ofx")
        .contains("2 lines of 2 are new. Nothing is imported yet.")
        .contains("OFX")
        .contains("5 Oct 2026")
        .contains("125.00")
        .contains("-7.50");
    portal().post(TestPortal.BLUE);
    assertThat(lines()).isEmpty();

    Answer done = merchant().post(FILES + "/bank/import", carried(looked));
    assertThat(done.text()).contains("Imported 2 lines of account").contains("2 of them new");
    portal().post(TestPortal.BLUE);
    assertThat(lines()).hasSize(2);
  }

  @Test
  @Tag("failure-44")
  void theSameFileAgainBringsNothingNew() {
    Answer first = look(OFX);
    assertThat(merchant().post(FILES + "/bank/import", carried(first)).status()).isEqualTo(200);
    portal().post(TestPortal.BLUE);
    assertThat(look(OFX).text())
        .contains("Nothing new: all of its 2 lines are known.")
        .doesNotContain("type=\"submit\">Import");
    Answer again = merchant().post(FILES + "/bank/import", carried(first));
    assertThat(again.text()).contains("0 of them new");
    portal().post(TestPortal.BLUE);
    assertThat(lines()).hasSize(2);
    // The account is known by its number now.
    assertThat(merchant().upload(FILES + "/bank", Map.of(), "october.ofx", bytes(OFX)).text())
        .contains("checking");
    assertThat(merchant().get(FILES).text()).contains("<option value=\"checking\">");
  }

  @Test
  void whatCannotBeReadIsRefusedWithFileLineFieldAndWhatWasExpected() {
    Answer refused = look(OFX.replace("125.00", "a lot"));
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.text())
        .contains("Not imported")
        .contains("october.ofx")
        .contains("TRNAMT")
        .contains("expected");
    assertThat(look("hello").text()).contains("Not imported").contains("october.ofx");
    assertThat(merchant().upload(FILES + "/bank", Map.of(), "o.ofx", bytes(OFX)).text())
        .contains("Not imported")
        .doesNotContain("--account");
  }

  @Test
  void linesThatLookLikeKnownOnesAreTakenOnlyIfThePersonLooked() {
    Answer first = look(OFX);
    assertThat(merchant().post(FILES + "/bank/import", carried(first)).status()).isEqualTo(200);
    portal().post(TestPortal.BLUE);
    String otherwise =
        OFX.replace("<NAME>Stripe", "<NAME>ACH Stripe Inc")
            .replace("<NAME>Fee", "<NAME>Charges")
            .replace("FITID>A", "FITID>B");
    Answer looked = look(otherwise);
    assertThat(looked.text()).contains("2 new lines have the day and amount of known lines");
    Map<String, String> form = carried(looked);
    assertThat(merchant().post(FILES + "/bank/import", form).text())
        .contains("Not imported")
        .contains("would count twice");
    form.put("asNew", "yes");
    assertThat(merchant().post(FILES + "/bank/import", form).text()).contains("2 of them new");
  }

  @Test
  void aBillIsShownAndThenImportedInThePersonsName() {
    new io.daybook.books.bank.Mappings(portal().stores().state(TestPortal.BLUE))
        .save(
            io.daybook.books.bank.Mappings.Kind.BILL,
            "ups",
            Map.of("number", "number", "issued", "date", "amount", "amount", "currency", "USD"));
    assertThat(merchant().get(FILES).text()).contains("<option>ups</option>");
    Answer looked =
        merchant()
            .upload(
                FILES + "/bill",
                Map.of("biller", "ups", "kind", "carriage"),
                "bill.csv",
                bytes(BILL));
    assertThat(looked.text()).contains("1 bill of 1 would be imported").contains("B-1");
    assertThat(merchant().post(FILES + "/bill/import", carried(looked)).text())
        .contains("Imported bill B-1: 12.50 USD");
    portal().post(TestPortal.BLUE);
    assertThat(
            portal().stores().ledger(TestPortal.BLUE).days().stream()
                .flatMap(day ->
                    portal().stores().ledger(TestPortal.BLUE).day(day, Optional.empty()).stream())
                .flatMap(step -> step.facts().stream())
                .filter(Bill.class::isInstance))
        .hasSize(1);
    assertThat(portal().asked().getLast().path("event").path("by").asText()).isEqualTo("Ann");
  }

  @Test
  void aFileOfOneBookIsNotFoundInAnother() {
    Map<String, String> form = carried(look(OFX));
    Visitor other = Visitor.of(portal(), Role.MERCHANT, TestPortal.RED);
    assertThat(other.post(FILES + "/bank/import", form).status()).isEqualTo(404);
    assertThat(other.upload(FILES + "/bank", Map.of(), "x.ofx", bytes(OFX)).status())
        .isEqualTo(404);
    assertThat(other.post("/books/red-pot/files/bank/import", form).text())
        .contains("The file is not there any more");
    assertThat(portal().stores().state(TestPortal.RED).list(StateStore.Kind.CONNECTION)).hasSize(1);
  }

  @Test
  void aFormOfAnotherSessionLaysNothingOnTheShelf() throws Exception {
    assertThat(
            merchant()
                .uploadAs(FILES + "/bank", Map.of("form", "another's"), "x.ofx", bytes(OFX))
                .status())
        .isEqualTo(403);
    assertThat(merchant().uploadAs(FILES + "/bank", Map.of(), "x.ofx", bytes(OFX)).status())
        .isEqualTo(403);
    assertThat(portal().asked()).isEmpty();
    Path shelf = folder.resolve("drops");
    if (Files.exists(shelf)) {
      try (Stream<Path> files = Files.walk(shelf)) {
        assertThat(files.filter(Files::isRegularFile)).isEmpty();
      }
    }
  }

  @Test
  void moreThanFourMegabytesAreRefusedAndTheOtherWayIsNamed() {
    byte[] large = new byte[FileForms.MOST_BYTES + 2 * HttpRequest.MAX_BODY];
    Answer refused = merchant().upload(FILES + "/bank", Map.of(), "large.xml", large);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text()).contains("4 MB").contains("drop bucket");
    assertThat(merchant().get(FILES).text()).contains("At most 4 MB").contains("drop/blue-cup/");
  }

  @Test
  void withoutAFileNothingIsAsked() {
    assertThat(merchant().upload(FILES + "/bank", Map.of(), "", new byte[0]).text())
        .contains("No file was chosen");
    assertThat(portal().asked()).isEmpty();
  }

  @Test
  void whatTakesTooLongIsSaidToBeUnknown() {
    Map<String, String> form = carried(look(OFX));
    portal().beSlow();
    assertThat(merchant().post(FILES + "/bank/import", form).text())
        .contains("Not known yet")
        .contains("not imported twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>.ofx", "../../etc/passwd", "a\"b.ofx"})
  void aFilesNameIsShownAsText(String name) {
    String page =
        merchant()
            .upload(
                FILES + "/bank",
                Map.of("account", "checking"),
                name.replace("\"", "%22"),
                bytes(OFX))
            .text();
    assertThat(page).doesNotContain("<script>alert").doesNotContain("../..");
  }
}
