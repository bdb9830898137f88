package io.daybook.cloud.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** CloudFormation with one stack: change sets from two templates' difference, and states that take a few looks. */
public final class FakeStack {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String NONE = "";

  private final FakeS3 s3;
  private final FakeLambda lambda;
  private final Map<String, ChangeSet> changeSets = new LinkedHashMap<>();
  private final List<String> events = new ArrayList<>();
  private final Set<String> replacing = new HashSet<>();
  private String name = "daybook-test";
  private String status = NONE;
  private JsonNode live = MAPPER.createObjectNode();
  private JsonNode next = MAPPER.createObjectNode();
  private String token = "";
  private String failure = "";
  private int looksLeft;
  private boolean protectedFromDeletion;
  private int event;

  /** A change set. */
  private static final class ChangeSet {
    private final JsonNode template;
    private final String changes;
    private boolean asked;

    private ChangeSet(JsonNode template, String changes) {
      this.template = template;
      this.changes = changes;
    }
  }

  FakeStack(FakeS3 s3, FakeLambda lambda) {
    this.s3 = s3;
    this.lambda = lambda;
  }

  String arn() {
    return "arn:aws:cloudformation:"
        + FakeAws.REGION
        + ":"
        + FakeAws.ACCOUNT
        + ":stack/"
        + name
        + "/0a1b";
  }

  Answer query(String action, Map<String, String> form) {
    return switch (action) {
      case "DescribeStacks" -> describe();
      case "DescribeStackEvents" -> describeEvents();
      case "ListStackResources" -> resources();
      case "GetTemplateSummary" ->
          Answer.ok(Xml.answer(action, Xml.tag("Metadata", live.path("Metadata").toString())));
      case "CreateChangeSet" -> create(form);
      case "DescribeChangeSet" -> describeChangeSet(form.getOrDefault("ChangeSetName", ""));
      case "DeleteChangeSet" -> {
        changeSets.remove(form.getOrDefault("ChangeSetName", ""));
        yield Answer.ok(Xml.answer(action, ""));
      }
      case "ExecuteChangeSet" -> execute(form);
      case "DeleteStack" -> {
        if (status.equals("REVIEW_IN_PROGRESS")) {
          status = NONE;
        } else {
          status = "DELETE_IN_PROGRESS";
          looksLeft = 2;
        }
        yield Answer.ok(Xml.answer(action, ""));
      }
      case "ContinueUpdateRollback" -> {
        status = "UPDATE_ROLLBACK_IN_PROGRESS";
        looksLeft = 2;
        yield Answer.ok(Xml.answer(action, ""));
      }
      case "UpdateTerminationProtection" -> {
        protectedFromDeletion = true;
        yield Answer.ok(Xml.answer(action, Xml.tag("StackId", arn())));
      }
      default -> Answer.xmlError(400, "InvalidAction", action);
    };
  }

  private Answer describe() {
    if (status.equals(NONE)) {
      return Answer.xmlError(400, "ValidationError", "Stack with id " + name + " does not exist");
    }
    if (looksLeft > 0) {
      looksLeft--;
      if (looksLeft == 0) {
        arrive();
      }
    }
    StringBuilder outputs = new StringBuilder();
    if (!status.startsWith("CREATE_IN")) {
      live.path("Outputs")
          .properties()
          .forEach(output ->
              outputs.append(
                  Xml.nest(
                      "member",
                      Xml.tag("OutputKey", output.getKey())
                          + Xml.tag("OutputValue", output.getValue().path("Value").asText()))));
    }
    return Answer.ok(
        Xml.answer(
            "DescribeStacks",
            Xml.nest(
                "Stacks",
                Xml.nest(
                    "member",
                    Xml.tag("StackId", arn())
                        + Xml.tag("StackName", name)
                        + Xml.tag("StackStatus", status)
                        + Xml.tag("EnableTerminationProtection", protectedFromDeletion)
                        + Xml.nest("Outputs", outputs.toString())))));
  }

  private void arrive() {
    switch (status) {
      case "CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS" -> {
        String kind = status.substring(0, status.indexOf('_'));
        if (!failure.isEmpty()) {
          event("PostAlias", "AWS::Lambda::Alias", "UPDATE_FAILED", failure);
          event(
              "Inbox", "AWS::DynamoDB::GlobalTable", "UPDATE_FAILED", "Resource update cancelled");
          status = kind.equals("CREATE") ? "ROLLBACK_IN_PROGRESS" : "UPDATE_ROLLBACK_IN_PROGRESS";
          event(name, "AWS::CloudFormation::Stack", status, "");
          failure = "";
          looksLeft = 2;
        } else {
          live = next;
          make();
          status = kind + "_COMPLETE";
          event(name, "AWS::CloudFormation::Stack", status, "");
        }
      }
      case "ROLLBACK_IN_PROGRESS" -> status = "ROLLBACK_COMPLETE";
      case "UPDATE_ROLLBACK_IN_PROGRESS" -> status = "UPDATE_ROLLBACK_COMPLETE";
      case "DELETE_IN_PROGRESS" -> status = "DELETE_COMPLETE";
      default -> {}
    }
  }

  private void make() {
    live.path("Resources")
        .properties()
        .forEach(resource -> {
          if (resource.getValue().path("Type").asText().equals("AWS::Lambda::EventSourceMapping")) {
            lambda.make(physical(resource.getKey(), resource.getValue()));
          }
        });
  }

  private void event(String logicalId, String type, String how, String why) {
    event++;
    events.addFirst(
        Xml.nest(
            "member",
            Xml.tag("StackId", arn())
                + Xml.tag("StackName", name)
                + Xml.tag("EventId", "e" + event)
                + Xml.tag("LogicalResourceId", logicalId)
                + Xml.tag("ResourceType", type)
                + Xml.tag("ResourceStatus", how)
                + (why.isEmpty() ? "" : Xml.tag("ResourceStatusReason", why))
                + Xml.tag("Timestamp", "2026-11-01T00:00:00Z")
                + Xml.tag("ClientRequestToken", token)));
  }

  private Answer describeEvents() {
    return Answer.ok(
        Xml.answer("DescribeStackEvents", Xml.nest("StackEvents", String.join("", events))));
  }

  private Answer resources() {
    StringBuilder members = new StringBuilder();
    live.path("Resources")
        .properties()
        .forEach(resource ->
            members.append(
                Xml.nest(
                    "member",
                    Xml.tag("LogicalResourceId", resource.getKey())
                        + Xml.tag(
                            "PhysicalResourceId", physical(resource.getKey(), resource.getValue()))
                        + Xml.tag("ResourceType", resource.getValue().path("Type").asText())
                        + Xml.tag("ResourceStatus", "UPDATE_COMPLETE")
                        + Xml.tag("LastUpdatedTimestamp", "2026-11-01T00:00:00Z"))));
    return Answer.ok(
        Xml.answer("ListStackResources", Xml.nest("StackResourceSummaries", members.toString())));
  }

  private static String physical(String logicalId, JsonNode resource) {
    JsonNode properties = resource.path("Properties");
    for (String property : List.of("TableName", "AlarmName", "BucketName")) {
      if (properties.has(property)) {
        return properties.path(property).asText();
      }
    }
    return logicalId;
  }

  private Answer create(Map<String, String> form) {
    String url = form.getOrDefault("TemplateURL", "");
    String key = url.substring(url.indexOf(".amazonaws.com/") + ".amazonaws.com/".length());
    boolean first = form.getOrDefault("ChangeSetType", "").equals("CREATE");
    boolean exists =
        !status.equals(NONE)
            && !status.equals("REVIEW_IN_PROGRESS")
            && !status.equals("DELETE_COMPLETE");
    if (first == exists) {
      return Answer.xmlError(
          400,
          "ValidationError",
          "Stack [" + name + "] " + (exists ? "already exists" : "does not exist"));
    }
    name = form.getOrDefault("StackName", name);
    JsonNode template;
    try {
      template = MAPPER.readTree(s3.text(key));
    } catch (JsonProcessingException broken) {
      return Answer.xmlError(400, "ValidationError", "Template format error");
    }
    if (!exists) {
      status = "REVIEW_IN_PROGRESS";
      live = MAPPER.createObjectNode();
    }
    String id = "arn:aws:cloudformation:change-set/" + form.getOrDefault("ChangeSetName", "");
    changeSets.put(
        id, new ChangeSet(template, changes(live.path("Resources"), template.path("Resources"))));
    return Answer.ok(Xml.answer("CreateChangeSet", Xml.tag("Id", id) + Xml.tag("StackId", arn())));
  }

  private String changes(JsonNode before, JsonNode after) {
    Set<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    StringBuilder changes = new StringBuilder();
    for (String logicalId : names) {
      JsonNode was = before.path(logicalId);
      JsonNode is = after.path(logicalId);
      if (was.equals(is)) {
        continue;
      }
      String action = was.isMissingNode() ? "Add" : is.isMissingNode() ? "Remove" : "Modify";
      JsonNode known = was.isMissingNode() ? is : was;
      changes.append(
          Xml.nest(
              "member",
              Xml.tag("Type", "Resource")
                  + Xml.nest(
                      "ResourceChange",
                      Xml.tag("Action", action)
                          + Xml.tag("LogicalResourceId", logicalId)
                          + (was.isMissingNode()
                              ? ""
                              : Xml.tag("PhysicalResourceId", physical(logicalId, was)))
                          + Xml.tag("ResourceType", known.path("Type").asText())
                          + (action.equals("Modify")
                              ? Xml.tag(
                                  "Replacement", replacing.contains(logicalId) ? "True" : "False")
                              : "")
                          + Xml.nest(
                              "Details",
                              action.equals("Modify")
                                  ? Xml.nest(
                                      "member",
                                      Xml.nest(
                                          "Target",
                                          Xml.tag("Attribute", "Properties")
                                              + Xml.tag("Name", "Version")))
                                  : ""))));
    }
    return changes.toString();
  }

  private Answer describeChangeSet(String id) {
    ChangeSet set = changeSets.get(id);
    if (set == null) {
      return Answer.xmlError(404, "ChangeSetNotFound", "ChangeSet " + id + " does not exist");
    }
    String known =
        Xml.tag("ChangeSetId", id) + Xml.tag("StackId", arn()) + Xml.tag("StackName", name);
    if (!set.asked) {
      set.asked = true;
      return Answer.ok(
          Xml.answer("DescribeChangeSet", known + Xml.tag("Status", "CREATE_IN_PROGRESS")));
    }
    return Answer.ok(
        Xml.answer(
            "DescribeChangeSet",
            known
                + (set.changes.isEmpty()
                    ? Xml.tag("Status", "FAILED")
                        + Xml.tag(
                            "StatusReason",
                            "The submitted information didn't contain changes. Submit different information to create a"
                                + " change set.")
                    : Xml.tag("Status", "CREATE_COMPLETE") + Xml.nest("Changes", set.changes))));
  }

  private Answer execute(Map<String, String> form) {
    String asked = form.getOrDefault("ClientRequestToken", "");
    ChangeSet set = changeSets.remove(form.getOrDefault("ChangeSetName", ""));
    if (set == null) {
      // CloudFormation knows a call by its token.
      return asked.equals(token)
          ? Answer.ok(Xml.answer("ExecuteChangeSet", ""))
          : Answer.xmlError(404, "ChangeSetNotFound", "ChangeSet does not exist");
    }
    token = asked;
    next = set.template;
    boolean first = status.equals("REVIEW_IN_PROGRESS");
    status = first ? "CREATE_IN_PROGRESS" : "UPDATE_IN_PROGRESS";
    looksLeft = 3;
    event(name, "AWS::CloudFormation::Stack", status, "User Initiated");
    event("PostAlias", "AWS::Lambda::Alias", "UPDATE_IN_PROGRESS", "");
    changeSets.clear();
    return Answer.ok(Xml.answer("ExecuteChangeSet", ""));
  }

  /** How it is. */
  public String status() {
    return status;
  }

  /** It is so. */
  public void set(String newStatus) {
    status = newStatus;
    looksLeft = 0;
  }

  /** What its metadata says. */
  public JsonNode metadata() {
    return live.path("Metadata");
  }

  /** Its resources. */
  public JsonNode liveResources() {
    return live.path("Resources");
  }

  /** Somebody else deployed a template. */
  public void deployedByAnother(String template) throws JsonProcessingException {
    live = MAPPER.readTree(template);
    make();
    status = "UPDATE_COMPLETE";
  }

  /** A change of it replaces it. */
  public void replaces(String logicalId) {
    replacing.add(logicalId);
  }

  /** The next execution fails for this reason, and is taken back. */
  public void failNext(String reason) {
    failure = reason;
  }

  /** Whether it can be deleted by accident. */
  public boolean isProtected() {
    return protectedFromDeletion;
  }

  /** Change sets that nobody executed or deleted. */
  public int openChangeSets() {
    return changeSets.size();
  }
}
