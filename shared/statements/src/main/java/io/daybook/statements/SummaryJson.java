package io.daybook.statements;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A summary as JSON in UTF-8, names and order fixed: {@code {messages:{received,duplicates,rejected,parked}, entries,
 * trialBalance:[{account,name,type,currency,minor}], payouts:[{id,source,currency,minor,status,differenceMinor,
 * bankLine}], exceptions:[{kind,subject,minor,currency,reason}]}}. What there is not ({@code bankLine}, an exception's
 * {@code currency}) is {@code null}.
 */
public final class SummaryJson {
  private SummaryJson() {}

  /** Writes the summary and a line feed; the stream stays open. */
  public static void write(Summary summary, OutputStream out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setPrettyPrinter(printer);
      json.writeStartObject();
      messages(json, summary.messages());
      json.writeNumberField("entries", summary.entries());
      accounts(json, summary);
      payouts(json, summary);
      exceptions(json, summary);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void messages(JsonGenerator json, Summary.Messages messages) throws IOException {
    json.writeObjectFieldStart("messages");
    json.writeNumberField("received", messages.received());
    json.writeNumberField("duplicates", messages.duplicates());
    json.writeNumberField("rejected", messages.rejected());
    json.writeNumberField("parked", messages.parked());
    json.writeEndObject();
  }

  private static void accounts(JsonGenerator json, Summary summary) throws IOException {
    json.writeArrayFieldStart("trialBalance");
    for (Summary.Account account : summary.trialBalance()) {
      json.writeStartObject();
      json.writeStringField("account", account.account());
      json.writeStringField("name", account.name());
      json.writeStringField("type", account.type());
      json.writeStringField("currency", account.currency().value());
      json.writeNumberField("minor", account.minor());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void payouts(JsonGenerator json, Summary summary) throws IOException {
    json.writeArrayFieldStart("payouts");
    for (Summary.Payout payout : summary.payouts()) {
      json.writeStartObject();
      json.writeStringField("id", payout.id());
      json.writeStringField("source", payout.source());
      json.writeStringField("currency", payout.currency().value());
      json.writeNumberField("minor", payout.minor());
      json.writeStringField("status", payout.status());
      json.writeNumberField("differenceMinor", payout.differenceMinor());
      optional(json, "bankLine", payout.bankLine());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void exceptions(JsonGenerator json, Summary summary) throws IOException {
    json.writeArrayFieldStart("exceptions");
    for (Summary.Unexplained exception : summary.exceptions()) {
      json.writeStartObject();
      json.writeStringField("kind", exception.kind());
      json.writeStringField("subject", exception.subject());
      json.writeNumberField("minor", exception.minor());
      optional(json, "currency", exception.currency());
      json.writeStringField("reason", exception.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void optional(JsonGenerator json, String name, Optional<?> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get().toString());
    } else {
      json.writeNullField(name);
    }
  }
}
