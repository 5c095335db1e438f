//! `jianbao eval`.

use crate::cli::EvalArgs;
use std::process::ExitCode;

/// Runs the subcommand.
pub(crate) fn run(_args: EvalArgs) -> anyhow::Result<ExitCode> {
    anyhow::bail!("not built yet")
}
