//! `jianbao explain`.

use crate::cli::ExplainArgs;
use std::process::ExitCode;

/// Runs the subcommand.
pub(crate) fn run(_args: ExplainArgs) -> anyhow::Result<ExitCode> {
    anyhow::bail!("not built yet")
}
