package io.daybook.local.command;

import picocli.CommandLine.Command;

/** {@code import}: files that people bring. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    description = "Import a file: a bank statement, a bill, or opening balances.",
    subcommands = {ImportBankVerb.class, ImportBillVerb.class, ImportOpeningVerb.class})
final class ImportVerb {}
