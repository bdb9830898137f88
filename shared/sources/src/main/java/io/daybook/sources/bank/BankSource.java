package io.daybook.sources.bank;

import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verifier;
import io.daybook.sources.bank.csv.BankMapping;
import java.util.Optional;

/** Bank files as messages of the inbox: an import is an act like any other. */
public final class BankSource implements Source {
  /** As the platform part of an account's origin writes it. */
  public static final String NAME = "bank";

  /** The body is a CAMT file, as the first version kept it. */
  public static final String CAMT = "bank/camt";

  /** The body is a {@link BankMessage}. */
  public static final String FILE = "bank/file";

  @Override
  public Verifier verifier() {
    return Verifier.ofNobody(NAME);
  }

  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    return switch (topic) {
      case CAMT -> facts(BankFiles.read(topic, body, BankReading.of(origin)));
      case FILE -> file(topic, body, origin);
      default -> new Translation.Unknown("topic " + topic);
    };
  }

  private static Translation file(String topic, byte[] body, Origin origin) {
    Optional<BankMessage> message = BankMessage.read(body);
    if (message.isEmpty()) {
      return new Translation.Malformed("line 1", "JSON that says how the file is read");
    }
    Optional<BankMapping> mapping = Optional.empty();
    if (message.get().mapping().isPresent()) {
      switch (BankMapping.parse(message.get().mapping().get())) {
        case BankMapping.Parsed.Mapping parsed -> mapping = Optional.of(parsed.mapping());
        case BankMapping.Parsed.Wrong wrong -> {
          return new Translation.Malformed("mapping", wrong.problems().getFirst());
        }
      }
    }
    return facts(
        BankFiles.read(
            topic,
            message.get().file(),
            new BankReading(mapping, message.get().number(), Optional.of(origin))));
  }

  private static Translation facts(BankFile file) {
    return switch (file) {
      case BankFile.Statements read -> new Translation.Facts(read.facts());
      case BankFile.Refused refused ->
          new Translation.Malformed(
              "line " + refused.problem().line() + ": " + refused.problem().field(),
              refused.problem().expected());
    };
  }
}
