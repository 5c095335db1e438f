//! `jianbao schema`.

use std::process::ExitCode;

/// Prints the JSON Schema of the record.
pub(crate) fn run() -> anyhow::Result<ExitCode> {
    anyhow::bail!("not built yet")
}
