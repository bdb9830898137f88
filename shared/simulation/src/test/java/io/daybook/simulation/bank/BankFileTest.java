package io.daybook.simulation.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.simulation.month.BankLine;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.month.Processor;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BankFileTest {
  private static Document read(String xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static BigDecimal signed(Element element) {
    BigDecimal amount = new BigDecimal(text(element, "Amt"));
    return text(element, "CdtDbtInd").equals("DBIT") ? amount.negate() : amount;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theStatementRollsForwardExactly(long seed) throws Exception {
    Month month = new MonthGenerator(seed).generate();
    Document document = read(BankFile.camt053(month));

    List<Element> balances = elements(document, "Bal");
    BigDecimal opening = signed(balances.getFirst());
    BigDecimal closing = signed(balances.getLast());
    BigDecimal entries =
        elements(document, "Ntry").stream()
            .map(BankFileTest::signed)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(balances).hasSize(2);
    assertThat(text(balances.getFirst(), "Cd")).isEqualTo("OPBD");
    assertThat(text(balances.getLast(), "Cd")).isEqualTo("CLBD");
    assertThat(opening.add(entries)).isEqualByComparingTo(closing);
    assertThat(closing).isEqualByComparingTo(BigDecimal.valueOf(month.bankClosingMinor(), 2));
  }

  @Test
  void everyArrivalCarriesItsPayoutsTraceAndTheFeeNone() throws Exception {
    Month month = new MonthGenerator(1).generate();
    List<Element> entries = elements(read(BankFile.camt053(month)), "Ntry");

    assertThat(entries).hasSameSizeAs(month.bankLines());
    for (int i = 0; i < entries.size(); i++) {
      BankLine line = month.bankLines().get(i);
      String where = text(entries.get(i), "EndToEndId") + " " + text(entries.get(i), "Ustrd");
      line.payout().ifPresent(payout -> assertThat(where).contains(payout.trace()));
      assertThat(text(entries.get(i), "AcctSvcrRef")).isEqualTo(line.id());
    }
    assertThat(month.bankLines().stream().filter(line -> line.payout().isEmpty()))
        .singleElement()
        .satisfies(fee -> assertThat(fee.amountMinor()).isEqualTo(-1_200));
  }

  @Test
  void whatWasPaidOutAtTheMonthsEndIsNotInTheFile() {
    Month month = new MonthGenerator(1).generate();
    String file = BankFile.camt053(month);

    assertThat(month.payouts().stream().filter(payout -> !month.arrived(payout)))
        .singleElement()
        .satisfies(payout -> {
          assertThat(payout.processor()).isEqualTo(Processor.STRIPE);
          assertThat(file).doesNotContain(payout.trace());
        });
  }
}
