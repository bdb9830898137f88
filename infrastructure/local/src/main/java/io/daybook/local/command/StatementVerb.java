package io.daybook.local.command;

import picocli.CommandLine.Command;

/** {@code statement}: a statement as a file. */
@Command(
    name = "statement",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "KIND",
    description = "Write a statement: of a payout, a trial balance, of tax, or of what is owed.",
    subcommands = {
      StatementPayoutVerb.class,
      StatementTrialBalanceVerb.class,
      StatementTaxVerb.class,
      StatementPayablesAgeingVerb.class
    })
final class StatementVerb {}
