package io.daybook.local.command;

import picocli.CommandLine.Command;

/** {@code import}: files that people bring. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    description = "Import a file: a bank statement, a bill, opening balances, or exchange rates.",
    subcommands = {
      ImportBankVerb.class,
      ImportBillVerb.class,
      ImportOpeningVerb.class,
      ImportRatesVerb.class
    })
final class ImportVerb {}
