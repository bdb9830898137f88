package io.daybook.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/**
 * Stacks synthesised once in a JVM, for Node takes its time; cdk-nag has looked at each.
 *
 * @param stage which
 * @param stack for annotations
 * @param template for CDK's assertions
 * @param json the same, to be read
 */
record Synthesised(Stage stage, Stack stack, Template template, JsonNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, Synthesised> MADE = new TreeMap<>();

  /** A stage that serves, with nothing said of it. */
  static Synthesised prod() {
    return of("prod", Map.of());
  }

  /** A stage for trying, with all there is to say. */
  static Synthesised dev() {
    return of(
        "dev",
        Map.of(
            "domainName", "books.example.com",
            "certificateArn", "arn:aws:acm:us-east-1:123456789012:certificate/0f1e",
            "alarmMail", "ops@example.com",
            "mailFrom", "books@example.com",
            "generation", "3",
            "budget", "12",
            "ingestConcurrency", "7",
            "partnerBuses",
                "stripe/b.stripe=aws.partner/stripe.com/ed_1, shopify/b.shop=aws.partner/shopify.com/42/daybook"));
  }

  /** One that goes with its stack. */
  static Synthesised disposable() {
    return of("anna", Map.of("disposable", "true"));
  }

  private static synchronized Synthesised of(String name, Map<String, String> context) {
    Placeholders.requireNode();
    return MADE.computeIfAbsent(name, _ -> make(Stage.of(name, context)));
  }

  private static Synthesised make(Stage stage) {
    try {
      Path folder = Files.createTempDirectory("daybook-cloud-test-");
      Stack stack = Synthesis.checked(stage, Placeholders.in(folder), folder.resolve("out"));
      Template template = Template.fromStack(stack);
      return new Synthesised(stage, stack, template, MAPPER.valueToTree(template.toJSON()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The resources of a type. */
  List<JsonNode> resources(String type) {
    return stream(json.path("Resources"))
        .filter(resource -> resource.path("Type").asText().equals(type))
        .toList();
  }

  /** The one resource of a type whose property has a value. */
  JsonNode resource(String type, String property, String value) {
    List<JsonNode> found =
        resources(type).stream()
            .filter(resource -> text(resource.path("Properties").path(property)).equals(value))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + type + " have " + property + " " + value);
    }
    return found.getFirst();
  }

  /** What a reference, a join or a text stands for, with {@code ${…}} for what only an account knows. */
  String text(JsonNode value) {
    if (value.has("Ref")) {
      return named(value.path("Ref").asText(), "");
    }
    if (value.has("Fn::GetAtt")) {
      JsonNode of = value.path("Fn::GetAtt");
      return named(of.path(0).asText(), "." + of.path(1).asText());
    }
    if (value.has("Fn::Join")) {
      StringBuilder joined = new StringBuilder();
      value.path("Fn::Join").path(1).forEach(part -> joined.append(text(part)));
      return joined.toString();
    }
    return value.asText();
  }

  private String named(String logicalId, String attribute) {
    JsonNode resource = json.path("Resources").path(logicalId);
    JsonNode properties = resource.path("Properties");
    for (String property :
        List.of(
            "TableName",
            "BucketName",
            "TopicName",
            "Description",
            "ApplicationName",
            "LogGroupName")) {
      boolean key = property.equals("Description");
      if (properties.has(property)
          && key == resource.path("Type").asText().equals("AWS::KMS::Key")) {
        return "{" + text(properties.path(property)) + attribute + "}";
      }
    }
    return logicalId.startsWith("AWS::")
        ? "${" + logicalId + "}"
        : "{" + logicalId + attribute + "}";
  }

  static Stream<JsonNode> stream(JsonNode values) {
    return values.isContainerNode() || values.isMissingNode()
        ? StreamSupport.stream(values.spliterator(), false)
        : Stream.of(values);
  }

  /** A list, or a single value that stands for one. */
  List<String> texts(JsonNode values) {
    return values.isArray() ? stream(values).map(this::text).toList() : List.of(text(values));
  }
}
