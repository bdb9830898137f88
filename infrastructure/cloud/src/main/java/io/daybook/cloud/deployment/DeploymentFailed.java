package io.daybook.cloud.deployment;

/** It was begun and did not succeed: says in which state things are now and what to do. Ends the command with 1. */
public sealed class DeploymentFailed extends Exception permits TakenOver {
  private static final long serialVersionUID = 1L;

  /** What happened, in a sentence or more. */
  public DeploymentFailed(String message) {
    super(message);
  }
}
