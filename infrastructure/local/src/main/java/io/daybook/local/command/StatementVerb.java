package io.daybook.local.command;

import picocli.CommandLine.Command;

/** {@code statement}: a statement as a file. */
@Command(
    name = "statement",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "KIND",
    description = "Write a statement: of a payout, or a trial balance.",
    subcommands = {StatementPayoutVerb.class, StatementTrialBalanceVerb.class})
final class StatementVerb {}
