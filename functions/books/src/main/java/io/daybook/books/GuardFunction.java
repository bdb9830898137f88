package io.daybook.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.catalogue.Metric;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.StreamRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Woken when somebody changes or removes what the ledger holds, which DynamoDB cannot forbid (DESIGN, Storage). Keeps the
 * record with the old image under {@code alterations/}, in a bucket whose objects cannot be changed, and raises the
 * alarm. It answers with the records that it could not keep, so that they come again.
 */
public final class GuardFunction implements RequestStreamHandler {
  /** Where what was altered is kept, in the statements' bucket. */
  public static final String KEPT_UNDER = "alterations/";

  private static final Logger LOG = System.getLogger("io.daybook.guard");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private record BatchItemFailure(String itemIdentifier) {}

  private record Answer(List<BatchItemFailure> batchItemFailures) {}

  private final Deployment deployment;

  /** As Lambda creates it: from its environment. */
  public GuardFunction() {
    this(Deployment.fromEnvironment(System.getenv()));
  }

  /** On a deployment of one's own. */
  public GuardFunction(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] event = input.readAllBytes();
    JsonNode records = MAPPER.readTree(event).path("Records");
    List<BatchItemFailure> failures = new ArrayList<>();
    long altered = 0;
    int place = 0;
    for (StreamRecord record : deployment.images().fromEvent(event)) {
      JsonNode image = records.path(place++);
      if (record instanceof StreamRecord.Altered alteration) {
        altered++;
        if (!keep(alteration, image)) {
          failures.add(new BatchItemFailure(alteration.sequenceNumber()));
        }
      }
    }
    if (altered > 0) {
      deployment.telemetry().record(Metric.LEDGER_OVERWRITES.title(), altered);
    }
    MAPPER.writeValue(output, new Answer(failures));
  }

  private boolean keep(StreamRecord.Altered alteration, JsonNode record) {
    String key = KEPT_UNDER + alteration.sequenceNumber() + ".json";
    LOG.log(
        Level.ERROR,
        "the ledger is put only, and "
            + alteration.eventName()
            + " came of "
            + alteration.key()
            + "; the record is kept as "
            + key);
    try {
      deployment.statements().put(key, record.toPrettyString().getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (RuntimeException broken) {
      LOG.log(Level.WARNING, "not kept, will come again: " + key, broken);
      return false;
    }
  }
}
