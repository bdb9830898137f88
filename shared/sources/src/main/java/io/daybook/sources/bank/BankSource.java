package io.daybook.sources.bank;

import io.daybook.events.Origin;
import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bank files as messages of the inbox, under the topic {@value #CAMT}: an import is an act like any other. */
public final class BankSource implements Source {
  /** As the platform part of an account's origin writes it. */
  public static final String NAME = "bank";

  /** The body is a CAMT file. */
  public static final String CAMT = "bank/camt";

  @Override
  public String name() {
    return NAME;
  }

  /** Banks call no webhook: everything is refused. */
  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    return new Verification.Refused(Verification.Reason.MISSING_HEADER);
  }

  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    if (!topic.equals(CAMT)) {
      return new Translation.Unknown("topic " + topic);
    }
    return switch (BankFiles.read(CAMT, body, Optional.of(origin))) {
      case BankFile.Statements read -> new Translation.Facts(read.facts());
      case BankFile.Refused refused ->
          new Translation.Malformed(
              "line " + refused.problem().line() + ": " + refused.problem().field(),
              refused.problem().expected());
    };
  }
}
