package io.daybook.cloud.deployment;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** How a stage's stack is. */
sealed interface StackState {
  /** There is none, or only an unexecuted change set of one. */
  record Absent() implements StackState {}

  /**
   * It runs and takes a change.
   *
   * @param protection whether CloudFormation refuses to delete it
   * @param outputs by their key
   */
  record Ready(String id, String status, Protection protection, Map<String, String> outputs)
      implements StackState {
    /** Copies the map. */
    public Ready {
      outputs = Map.copyOf(outputs);
    }
  }

  /** Whether it can be deleted by accident. */
  enum Protection {
    ON,
    OFF
  }

  /** Something is being done to it. */
  record Busy(String id, String status) implements StackState {}

  /**
   * It takes no change as it is.
   *
   * @param advice what is wrong and what to do
   */
  record Stuck(String id, String status, String advice) implements StackState {}

  /** Reads what CloudFormation says. */
  static StackState of(Stack stack) {
    String status = stack.stackStatusAsString();
    String id = stack.stackId();
    return switch (status) {
      case "REVIEW_IN_PROGRESS", "DELETE_COMPLETE" -> new Absent();
      case "CREATE_COMPLETE",
          "UPDATE_COMPLETE",
          "UPDATE_ROLLBACK_COMPLETE",
          "IMPORT_COMPLETE",
          "IMPORT_ROLLBACK_COMPLETE" ->
          new Ready(
              id,
              status,
              Boolean.TRUE.equals(stack.enableTerminationProtection())
                  ? Protection.ON
                  : Protection.OFF,
              outputs(stack));
      case "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED" ->
          new Stuck(id, status, neverRan(stack.stackName(), status));
      case "UPDATE_ROLLBACK_FAILED", "UPDATE_FAILED" ->
          new Stuck(id, status, halfWayBack(stack.stackName(), status));
      default ->
          status.endsWith("_IN_PROGRESS")
              ? new Busy(id, status)
              : new Stuck(
                  id,
                  status,
                  "Stack "
                      + stack.stackName()
                      + " is in "
                      + status
                      + ", which Daybook does not know.");
    };
  }

  private static Map<String, String> outputs(Stack stack) {
    Map<String, String> outputs = new TreeMap<>();
    for (Output output : stack.outputs()) {
      outputs.put(output.outputKey(), output.outputValue());
    }
    return outputs;
  }

  private static String neverRan(String name, String status) {
    return "Stack "
        + name
        + " is in "
        + status
        + ": its first deployment failed and was taken back. CloudFormation can only delete such a stack. It never took a"
        + " message, so nothing is lost: './daybook deploy --delete-failed' deletes it and deploys anew. A table or bucket"
        + " that is protected from deletion stays behind, empty; where the next try says that its name is taken, remove"
        + " it by hand first.";
  }

  private static String halfWayBack(String name, String status) {
    return "Stack "
        + name
        + " is in "
        + status
        + ": an update failed, and so did the way back. The resources are those of the release before, but for the ones"
        + " that CloudFormation names under 'Events'. Put right what stopped them (a missing permission, a limit, something"
        + " changed by hand), then './daybook rollback --continue' lets CloudFormation finish the way back.";
  }
}
