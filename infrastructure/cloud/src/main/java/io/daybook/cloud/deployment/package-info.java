/**
 * Deployment: what turns a synthesised template into a stage that runs, into its next release, and back.
 *
 * <p>What always holds: nothing is changed before it was shown; what is about to be done is on record, in the artifacts
 * bucket, before it is done, so that a command that dies is found and finished by the next one; no release comes into
 * use whose stored formats the release before it cannot read; stream triggers that were paused are resumed, whatever
 * became of the upgrade; a release is on record only once it runs.
 *
 * <p>It refuses to replace or remove a table, a bucket or a key that is not named; to go where the way back is closed;
 * and to work beside another deployment of the same stage. Every call to AWS is one of {@link
 * io.daybook.cloud.deployment.Action}.
 */
@NullMarked
package io.daybook.cloud.deployment;

import org.jspecify.annotations.NullMarked;
