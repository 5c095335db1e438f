//! `jianbao extract`.

use crate::cli::ExtractArgs;
use std::process::ExitCode;

/// Runs the subcommand.
pub(crate) fn run(_args: ExtractArgs) -> anyhow::Result<ExitCode> {
    anyhow::bail!("not built yet")
}
