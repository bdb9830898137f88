package io.daybook.cloud.deployment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** CloudFormation, as a stage's stack needs it. */
final class Stacks {
  private static final Duration LOOK = Duration.ofSeconds(3);
  private static final int LOOKS = 200;

  /** One deployment of a stack of a few hundred resources tells less. */
  private static final int MOST_EVENTS = 5_000;

  private final CloudFormationClient client;
  private final Waiting waiting;

  Stacks(Aws aws, Waiting waiting) {
    this.client = aws.stacks();
    this.waiting = waiting;
  }

  /** How the stack is; by its id also if it is deleted. */
  StackState state(String nameOrId) {
    try {
      return Action.DESCRIBE_STACK.call(() ->
          client.describeStacks(request -> request.stackName(nameOrId)).stacks().stream()
              .findFirst()
              .map(StackState::of)
              .orElseGet(StackState.Absent::new));
    } catch (CloudFormationException refused) {
      if (Action.message(refused).contains("does not exist")) {
        return new StackState.Absent();
      }
      throw refused;
    }
  }

  /** The release that the stack says it is. */
  OptionalInt release(Stage stage) {
    String metadata =
        Action.SUMMARISE_TEMPLATE.call(() ->
            client.getTemplateSummary(request -> request.stackName(stage.stackName())).metadata());
    return metadata == null ? OptionalInt.empty() : TemplateMarks.release(metadata);
  }

  /** Its resources that are there. */
  List<StackResourceSummary> resources(Stage stage) {
    return Action.LIST_RESOURCES.call(() ->
        client
            .listStackResourcesPaginator(request -> request.stackName(stage.stackName()))
            .stackResourceSummaries()
            .stream()
            .filter(resource -> resource.physicalResourceId() != null)
            .filter(resource -> !resource.resourceStatusAsString().equals("DELETE_COMPLETE"))
            .toList());
  }

  /**
   * A change set that can be executed.
   *
   * @param stack the stack's id
   */
  record Prepared(String id, String stack, ChangePlan plan) {}

  /**
   * What a change set is made of.
   *
   * @param type whether it makes the stack or changes it
   * @param role of CloudFormation; empty for the rights of who deploys
   */
  record Order(
      Stage stage,
      ChangeSetType type,
      String name,
      String templateUrl,
      String description,
      Optional<String> role) {}

  /**
   * Has CloudFormation work out what would change.
   *
   * @return empty if nothing would
   * @throws Complaint if the template is refused
   */
  Optional<Prepared> prepare(Order order, Voice voice) throws Complaint {
    CreateChangeSetResponse made;
    try {
      made = Action.CREATE_CHANGE_SET.call(() -> client.createChangeSet(creation(order)));
    } catch (CloudFormationException refused) {
      if (Action.code(refused).equals("ValidationError")) {
        throw new Complaint(
            "CloudFormation refuses the template: "
                + Action.message(refused)
                + " Nothing was changed.");
      }
      throw refused;
    }
    for (int look = 0; look < LOOKS; look++) {
      DescribeChangeSetResponse seen =
          Action.DESCRIBE_CHANGE_SET.call(
              () -> client.describeChangeSet(request -> request.changeSetName(made.id())));
      switch (seen.statusAsString()) {
        case "CREATE_COMPLETE" -> {
          return Optional.of(new Prepared(made.id(), made.stackId(), plan(seen)));
        }
        case "FAILED" -> {
          Action.DELETE_CHANGE_SET.call(
              () -> client.deleteChangeSet(request -> request.changeSetName(made.id())));
          String reason = String.valueOf(seen.statusReason());
          if (reason.contains("didn't contain changes")
              || reason.contains("No updates are to be performed")) {
            return Optional.empty();
          }
          throw new Complaint(
              "CloudFormation could not work out the changes: " + reason + " Nothing was changed.");
        }
        default -> {
          voice.goOn("CloudFormation works out what would change");
          waiting.pass(LOOK);
        }
      }
    }
    throw new Complaint(
        "CloudFormation has been working out the changes for ten minutes. Nothing was changed; try again.");
  }

  private static CreateChangeSetRequest creation(Order order) {
    CreateChangeSetRequest.Builder request =
        CreateChangeSetRequest.builder()
            .stackName(order.stage().stackName())
            .changeSetName(order.name())
            .changeSetType(order.type())
            .templateURL(order.templateUrl())
            .description(order.description())
            .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM);
    order.role().ifPresent(request::roleARN);
    // A first stack that fails stays to be looked at; "delete" would try to delete tables that are
    // protected from it.
    if (order.type() == ChangeSetType.CREATE) {
      request.onStackFailure(OnStackFailure.ROLLBACK);
    }
    return request.build();
  }

  private ChangePlan plan(DescribeChangeSetResponse first) {
    List<PlannedChange> changes = new ArrayList<>();
    DescribeChangeSetResponse page = first;
    add(changes, page);
    while (page.nextToken() != null) {
      String next = page.nextToken();
      page =
          Action.DESCRIBE_CHANGE_SET.call(() ->
              client.describeChangeSet(
                  request -> request.changeSetName(first.changeSetId()).nextToken(next)));
      add(changes, page);
    }
    return new ChangePlan(changes);
  }

  private static void add(List<PlannedChange> changes, DescribeChangeSetResponse page) {
    for (Change change : page.changes()) {
      if (change.resourceChange() != null) {
        changes.add(PlannedChange.of(change.resourceChange()));
      }
    }
  }

  /**
   * Does what a change set says. What it makes and then must take back is removed even where the template says that the
   * stack's end shall leave it: left behind, its name would be in the way of the next try.
   */
  void execute(String changeSet, String token) {
    Action.EXECUTE_CHANGE_SET.call(() ->
        client.executeChangeSet(request ->
            request.changeSetName(changeSet).clientRequestToken(token).retainExceptOnCreate(true)));
  }

  /** Throws a change set away, and the stack that was only made to show it. */
  void discard(Prepared prepared, Stage stage, ChangeSetType type) {
    Action.DELETE_CHANGE_SET.call(
        () -> client.deleteChangeSet(request -> request.changeSetName(prepared.id())));
    if (type == ChangeSetType.CREATE) {
      delete(stage);
    }
  }

  /** Deletes the stack. */
  void delete(Stage stage) {
    Action.DELETE_STACK.call(
        () -> client.deleteStack(request -> request.stackName(stage.stackName())));
  }

  /** Lets CloudFormation go on with a way back that failed. */
  void continueRollback(Stage stage, String token) {
    Action.CONTINUE_ROLLBACK.call(() ->
        client.continueUpdateRollback(
            request -> request.stackName(stage.stackName()).clientRequestToken(token)));
  }

  /** From now on CloudFormation refuses to delete the stack. */
  void protect(Stage stage) {
    Action.PROTECT_STACK.call(() ->
        client.updateTerminationProtection(
            request -> request.stackName(stage.stackName()).enableTerminationProtection(true)));
  }

  /** The events of a deployment, oldest first; read back no further than the last one known. */
  List<StackEvent> events(String stack, String token, Optional<String> lastKnown) {
    return Action.DESCRIBE_EVENTS.call(() -> {
      List<StackEvent> events = new ArrayList<>();
      int seen = 0;
      for (StackEvent event :
          client.describeStackEventsPaginator(request -> request.stackName(stack)).stackEvents()) {
        seen++;
        if (seen > MOST_EVENTS
            || lastKnown.filter(event.eventId()::equals).isPresent()
            || (!events.isEmpty() && !token.equals(event.clientRequestToken()))) {
          break;
        }
        if (token.equals(event.clientRequestToken())) {
          events.add(event);
        }
      }
      return events.reversed();
    });
  }
}
