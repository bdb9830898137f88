package io.daybook.cloud.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.catalogue.Bucket;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Settings;
import io.daybook.catalogue.Trigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.constructs.Construct;

/**
 * The stream triggers: from the beginning of what the stream still has, bisecting what fails, with an end to retries, into
 * the failures bucket at last; and only the changes that somebody is meant to be woken by.
 */
final class StreamTriggers {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, CfnEventSourceMapping> triggers = new LinkedHashMap<>();

  StreamTriggers(Construct scope, TableSet tables, BucketSet buckets, FunctionSet functions) {
    for (FunctionSpec function : Catalogue.all()) {
      for (Trigger.Stream stream : of(function)) {
        triggers.put(function.name(), make(scope, function, stream, tables, buckets, functions));
      }
    }
  }

  /** The streams that wake a function. */
  static List<Trigger.Stream> of(FunctionSpec function) {
    return function.triggers().stream()
        .filter(Trigger.Stream.class::isInstance)
        .map(Trigger.Stream.class::cast)
        .toList();
  }

  /** Each trigger by the name of its function. */
  Map<String, CfnEventSourceMapping> all() {
    return triggers;
  }

  private static CfnEventSourceMapping make(
      Construct scope,
      FunctionSpec function,
      Trigger.Stream stream,
      TableSet tables,
      BucketSet buckets,
      FunctionSet functions) {
    return CfnEventSourceMapping.Builder.create(scope, Names.id(function.name()) + "Trigger")
        .functionName(functions.alias(function).getFunctionArn())
        .eventSourceArn(tables.get(stream.table()).getTableStreamArn())
        .enabled(true)
        .startingPosition("TRIM_HORIZON")
        .batchSize(stream.batchSize())
        .maximumBatchingWindowInSeconds(stream.window().toSeconds())
        .maximumRetryAttempts(stream.retries())
        .maximumRecordAgeInSeconds(stream.maxAge().toSeconds())
        .bisectBatchOnFunctionError(true)
        .functionResponseTypes(List.of("ReportBatchItemFailures"))
        .parallelizationFactor(Settings.batchesAtOnce(stream))
        .filterCriteria(
            CfnEventSourceMapping.FilterCriteriaProperty.builder()
                .filters(
                    List.of(
                        CfnEventSourceMapping.FilterProperty.builder()
                            .pattern(pattern(stream))
                            .build()))
                .build())
        .destinationConfig(
            CfnEventSourceMapping.DestinationConfigProperty.builder()
                .onFailure(
                    CfnEventSourceMapping.OnFailureProperty.builder()
                        .destination(buckets.get(Bucket.FAILURES).getBucketArn())
                        .build())
                .build())
        .build();
  }

  /** The changes that get through; all others cost nothing. */
  static String pattern(Trigger.Stream stream) {
    Map<String, Object> pattern = new TreeMap<>();
    pattern.put(
        "eventName",
        switch (stream.changes()) {
          case NEW -> List.of("INSERT");
          case ALTERED -> List.of("MODIFY", "REMOVE");
        });
    if (!stream.subjects().isEmpty()) {
      pattern.put(
          "dynamodb",
          Map.of("NewImage", Map.of(Trigger.Stream.KIND, Map.of("S", stream.subjects()))));
    }
    try {
      return MAPPER.writeValueAsString(pattern);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a pattern of lists and texts can always be written", e);
    }
  }
}
