package io.daybook.cloud.deployment;

/** To whom a deployment tells what it does, while it does it. */
public interface Voice {
  /** A thing that was done or found: a sentence. */
  void say(String sentence);

  /** Work goes on; told again and again, for what takes longer than two seconds. */
  void goOn(String what);

  /**
   * Asks for a yes.
   *
   * @throws Complaint if there is nobody to ask
   */
  boolean agrees(String question) throws Complaint;
}
