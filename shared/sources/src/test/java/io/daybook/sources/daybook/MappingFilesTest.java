package io.daybook.sources.daybook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.daybook.events.ChartChange;
import io.daybook.events.Origin;
import io.daybook.ledger.AccountCode;
import io.daybook.sources.FileProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class MappingFilesTest {
  private static final Origin SHOP = Origin.parse("shopify:blue-cup.myshopify.com");
  private static final KnownBook BOOK =
      new KnownBook(
          Map.of("shop", SHOP, "stripe", Origin.parse("stripe:acct_1")),
          Set.of(AccountCode.of(4000), AccountCode.parse("1010:stripe")));
  private static final String HEADER =
      "account,location,product-type,channel,connection,tender,jurisdiction,number,name,type\n";
  private static final String BOTH = "4000,,,,,,,8400,Sales,\n1010,,,,,,,1360,Clearing,\n";

  private static MappingFile read(String text) {
    return MappingFiles.read("chart.csv", text.getBytes(UTF_8), BOOK);
  }

  private static List<ChartChange.Line> lines(String text) {
    MappingFile file = read(text);
    assertThat(file).isInstanceOf(MappingFile.Lines.class);
    return file instanceof MappingFile.Lines lines ? lines.lines() : List.of();
  }

  private static List<String> problems(String text) {
    return read(text) instanceof MappingFile.Refused refused
        ? refused.problems().stream().map(FileProblem::toString).toList()
        : List.of();
  }

  @Test
  void aLineSaysWhatOfAnAccountIsShownWhere() {
    assertThat(lines(HEADER + BOTH + "4000,7,Cups,pos,shop,,FR,8401,\"Sales, Berlin\",revenue\n"))
        .last()
        .isEqualTo(
            new ChartChange.Line(
                "4000",
                Optional.of(SHOP),
                Optional.of("pos"),
                Optional.of("7"),
                Optional.empty(),
                Optional.of("FR"),
                Optional.of("Cups"),
                "8401",
                "Sales, Berlin",
                "revenue"));
  }

  @Test
  void columnsStandInAnyOrderAndOnlyThreeMust() {
    assertThat(
            lines(
                "\uFEFFNumber,Account,Name,Product Type\r\n8400,4000,Sales,\r\n1360,1010,Cl,\r\n"))
        .extracting(ChartChange.Line::own)
        .containsExactly("8400", "1360");
  }

  @Test
  void aTypeThatIsNotSaidIsThatOfTheAccountOrOfTheLineBefore() {
    assertThat(lines(HEADER + BOTH + "4090,,,,,,,8400,Sales,\n"))
        .extracting(ChartChange.Line::type)
        .containsExactly("revenue", "asset", "revenue");
  }

  @Test
  @Tag("failure-42")
  void everythingThatIsWrongIsSaidAtOnceByLineAndColumn() {
    List<String> problems =
        problems(
            HEADER
                + "4000,,,,,,,8400,Sales,\n"
                + "4711,,,,,,,8401,Nothing,\n"
                + "x,,,,,,,-1,,\n"
                + "1100,7,,,,,,1400,Receivables,\n"
                + "4010,,Cups,,,,,8402,Shipping,\n"
                + "4000,,,,,stripe,,8403,Sales,\n"
                + "1000,,,,,,DE,1200,Bank,\n"
                + "4000,,,,nobody,,,8404,Sales,\n"
                + "2010,,,,,,,8400,Sales,\n"
                + "4000,,,,,,,8405,Other sales,\n"
                + "6000,,,,,,,4970,Fees,colour\n"
                + "4090,,,,,,,8400,Discounts,\n"
                + "5000,,,,,,,3400,Costs\n");

    assertThat(problems)
        .containsExactly(
            "chart.csv:3: account: expected an account that the default chart has, not 4711; 'chart' lists them",
            "chart.csv:4: account: expected an account of the default chart, such as 4000 or 1010:stripe",
            "chart.csv:4: number: expected 1 to 30 letters, digits, '.', '_', '-', the first a letter or digit",
            "chart.csv:4: name: expected a name of 1 to 100 characters on one line",
            "chart.csv:5: location: expected nothing: what meets on 1100 is not told of one",
            "chart.csv:6: product-type: expected nothing: 4010 is not kept by order line",
            "chart.csv:7: tender: expected nothing: only 1010 and 1210 are kept by it",
            "chart.csv:8: jurisdiction: expected nothing: 1000 is not kept by it",
            "chart.csv:9: connection: expected a connection of the book: shop, stripe",
            "chart.csv:10: number: expected an account of the kind of 2010, which is liability",
            "chart.csv:11: account: expected something that no other line means; line 2 means the same",
            "chart.csv:12: type: expected one of asset, liability, equity, revenue, contra-revenue, expense, other",
            "chart.csv:13: name: expected the name that line 2 gives the account",
            "chart.csv:14: the line: expected 10 values, as the header has columns");
  }

  @Test
  void whatCouldBeAnAccountIsQuotedAndAPersonsNameIsNot() {
    assertThat(problems(HEADER + "40000,,,,,,,1,Sales,\nJane Smith,,,,,,,2,Sales,\n"))
        .contains(
            "chart.csv:2: account: expected an account of the default chart, such as 4000 or 1010:stripe, not 40000",
            "chart.csv:3: account: expected an account of the default chart, such as 4000 or 1010:stripe");
  }

  @Test
  void whatTheBookHasPostedToMustBeMapped() {
    assertThat(problems(HEADER + "4000,7,,,,,,8400,Sales,\n"))
        .containsExactly(
            "chart.csv: account: expected a line for all of 1010 (Clearing): the book has posted to it",
            "chart.csv: account: expected a line for all of 4000 (Product sales): the book has posted to it");
    assertThat(problems(HEADER + BOTH.replace("1010,,,,,,", "1010,,,,,stripe,"))).isEmpty();
  }

  @Test
  void anOwnNumberIsNotThatOfAnAccountInUseWithoutALine() {
    assertThat(problems(HEADER + "1010,,,,,,,4000,Clearing,\n"))
        .contains(
            "chart.csv:2: number: expected another number: 4000 is used by the book and has no line of its own");
  }

  @Test
  void theHeaderIsCheckedBeforeAnythingElse() {
    assertThat(problems("account,number,colour\n4000,8400,red\n"))
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("chart.csv:1: column 3: expected one of account,"))
        .contains("chart.csv:1: name: expected a column of this name in the header");
    assertThat(problems("")).isNotEmpty();
    assertThat(problems(HEADER))
        .containsExactly("chart.csv:2: account: expected at least one line");
  }

  @Test
  void aFileThatEndsInAQuoteIsRefusedWithWhatIsWrongBefore() {
    assertThat(problems(HEADER + "4711,,,,,,,1,Nothing,\n4000,,,,,,,2,\"Sales,\n"))
        .containsExactly(
            "chart.csv:2: account: expected an account that the default chart has, not 4711; 'chart' lists them",
            "chart.csv:3: the line: expected comma-separated values, quotes closed");
  }

  @Test
  void bytesThatAreNoTextAndFilesThatAreTooLargeAreRefused() {
    assertThat(MappingFiles.read("chart.csv", new byte[] {(byte) 0xff}, BOOK))
        .isInstanceOf(MappingFile.Refused.class);
    assertThat(MappingFiles.read("chart.csv", new byte[MappingFiles.MOST_BYTES + 1], BOOK))
        .extracting(file -> ((MappingFile.Refused) file).problems(), list(FileProblem.class))
        .hasSize(1);
    String many =
        IntStream.rangeClosed(0, ChartChange.MAX_LINES)
            .mapToObj(at -> "4000," + at + ",,,,,,8400,Sales,")
            .collect(Collectors.joining("\n"));
    assertThat(problems(HEADER + many))
        .containsExactly("chart.csv: the file: expected at most 10000 lines");
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    String five =
        IntStream.range(0, 500)
            .mapToObj(at -> "4000," + at + ",,,,,," + (80000 + at) + ",Sales of place " + at + ",")
            .collect(Collectors.joining("\n"));
    List<ChartChange.Line> lines = lines(HEADER + BOTH + five + "\n");

    assertThat(lines).hasSize(502);
    assertThat(lines(MappingFiles.write(lines))).isEqualTo(lines);
    assertThat(Arrays.stream(MappingColumn.values()).map(MappingColumn::header))
        .containsExactly(HEADER.strip().split(",", -1));
  }
}
