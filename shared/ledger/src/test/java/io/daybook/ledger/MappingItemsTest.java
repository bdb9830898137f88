package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.memory.MemoryStores;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How mappings lie in a book's state. */
final class MappingItemsTest {
  private static final ObjectMapper MAPPER = FactJson.mapper();

  private final StateStore state = new MemoryStores(Clock.systemUTC()).state(new Book("b"));
  private final MappingItems items = new MappingItems(state, MAPPER);

  private static Mapping mapping(int lines) {
    return Mapping.of(
        IntStream.range(0, lines)
            .mapToObj(at ->
                new MappingLine(
                    AccountCode.of(4000, "q" + at),
                    MappingLine.Only.ALL,
                    new OwnNumber(Integer.toString(at)),
                    "Own",
                    AccountType.REVENUE))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "499, 1", "500, 1", "501, 2", "1000, 2", "1001, 3"})
  void fiveHundredLinesAreAPart(int lines, int parts) throws Exception {
    Mapping mapping = mapping(lines);
    String name = items.store(mapping);

    assertThat(name).matches("[0-9a-f]{24}\\." + parts);
    assertThat(state.list(StateStore.Kind.CHART))
        .extracting(StateStore.Item::id)
        .containsExactlyElementsOf(
            IntStream.range(0, parts).mapToObj(part -> name + ".0" + part).toList());
    assertThat(new MappingItems(state, MAPPER).load(name)).isEqualTo(mapping);
  }

  @Test
  void whatSaysTheSameIsStoredOnce() throws Exception {
    assertThat(items.store(mapping(3))).isEqualTo(items.store(mapping(3)));
    assertThat(items.store(mapping(4))).isNotEqualTo(items.store(mapping(3)));
    assertThat(state.list(StateStore.Kind.CHART)).hasSize(2);
  }

  @Test
  void aMappingIsReadOnce() throws Exception {
    String name = items.store(mapping(3));

    assertThat(items.load(name)).isSameAs(items.load(name));
  }

  @Test
  void aPartThatIsMissingIsNamedWithItsBook() {
    String name = "0123456789abcdef01234567.1";

    assertThatIllegalStateException()
        .isThrownBy(() -> items.load(name))
        .withMessage("book b has no part " + name + ".00 of a mapping");
  }

  @Test
  void linesStandInTheOrderOfTheFileAcrossParts() throws Exception {
    List<MappingLine> lines = items.load(items.store(mapping(1_001))).lines();

    assertThat(lines).isEqualTo(mapping(1_001).lines());
    assertThat(lines.get(500).own().value()).isEqualTo("500");
  }
}
